import type { Person } from '#shared/model/person.ts';
import type { TrustedKey } from '#main/services/ports/settings-store.ts';
import { sql } from '../statements.ts';
import type { Queries } from './store-queries.ts';

interface PersonRow {
  id: string;
  name: string;
  role: string;
  created_at: string;
}

interface TrustedKeyRow {
  fingerprint: string;
  public_key: string;
  name: string;
  trusted_at: string;
}

export const peopleQueries: Queries<
  'listPersons' | 'insertPerson' | 'readSetting' | 'writeSetting' | 'findTrustedKey' | 'insertTrustedKey'
> = {
  listPersons(database) {
    return sql<[], PersonRow>(database, 'SELECT id, name, role, created_at FROM persons ORDER BY number')
      .all()
      .map((row): Person => ({ id: row.id, name: row.name, role: row.role, createdAt: row.created_at }));
  },

  insertPerson(database, { person }) {
    sql<[Person]>(
      database,
      'INSERT INTO persons (id, name, role, created_at) VALUES (@id, @name, @role, @createdAt)',
    ).run(person);
  },

  readSetting(database, { key }) {
    const row = sql<[string], { value: string }>(database, 'SELECT value FROM settings WHERE key = ?').get(key);
    return row?.value ?? null;
  },

  writeSetting(database, { key, value }) {
    if (value === null) {
      sql<[string]>(database, 'DELETE FROM settings WHERE key = ?').run(key);
    } else {
      sql<[string, string]>(
        database,
        'INSERT INTO settings VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      ).run(key, value);
    }
  },

  findTrustedKey(database, { fingerprint }) {
    const row = sql<[string], TrustedKeyRow>(database, 'SELECT * FROM trusted_keys WHERE fingerprint = ?').get(
      fingerprint,
    );
    return row
      ? { fingerprint: row.fingerprint, publicKey: row.public_key, name: row.name, trustedAt: row.trusted_at }
      : null;
  },

  insertTrustedKey(database, { key }) {
    sql<[TrustedKey]>(
      database,
      `INSERT INTO trusted_keys (fingerprint, public_key, name, trusted_at)
       VALUES (@fingerprint, @publicKey, @name, @trustedAt) ON CONFLICT DO NOTHING`,
    ).run(key);
  },
};
