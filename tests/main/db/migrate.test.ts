import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from 'better-sqlite3';
import { listBackups } from '#main/db/backups/backup-files.ts';
import { migrate, needsMigration } from '#main/db/migrate.ts';
import { schemaVersion } from '#main/db/schema-steps.ts';
import { migrations } from '#main/db/migrations/registry.ts';
import type { Migration } from '#main/db/migrations/migration.ts';
import { openDatabase } from '#main/db/open-database.ts';
import { openTestStore } from '#tests/helpers/open-test-store.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

let folder: string;
let database: Database;

beforeEach(async () => {
  folder = await temporaryFolder();
  database = openDatabase(join(folder, 'gaoqian.sqlite'));
  return () => database.close();
});

const tables = () =>
  database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

const createMore: Migration['up'] = (db) => db.exec('CREATE TABLE more (id TEXT) STRICT');

describe('migrating', () => {
  test('takes each step in its order and ends at the newest', () => {
    migrate(database);
    expect(schemaVersion(database)).toBe(migrations.at(-1)?.version);
    expect(needsMigration(database)).toBe(false);
  });

  test('leaves every table of ours STRICT', () => {
    migrate(database);
    const loose = database
      .prepare<[], string>("SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0 AND schema = 'main'")
      .pluck()
      .all()
      .filter((name) => !name.startsWith('sqlite_') && !name.startsWith('draft_search'));
    expect(loose).toEqual([]);
  });

  test.each<[string, Migration['up'], string]>([
    [
      'that throws',
      () => {
        throw new Error('halfway');
      },
      'halfway',
    ],
    [
      'that leaves an orphan',
      (db) =>
        db.exec(
          "CREATE TABLE orphans (id TEXT REFERENCES drafts (id)) STRICT; PRAGMA defer_foreign_keys = 1; INSERT INTO orphans VALUES ('none')",
        ),
      'database-damaged',
    ],
  ])('with a step %s changes nothing at all', (_how, up, message) => {
    migrate(database);
    const before = tables();
    const newest = schemaVersion(database);
    const good: Migration = { version: newest + 10, name: 'good', up: createMore };
    expect(() => migrate(database, [...migrations, good, { version: newest + 20, name: 'bad', up }])).toThrow(message);
    expect(tables()).toEqual(before);
    expect(schemaVersion(database)).toBe(newest);
  });

  test('writes a backup first when there is something to lose', async () => {
    migrate(database, migrations.slice(0, 3));
    database.exec(
      "INSERT INTO assets VALUES ('a', 'a.jpg', 'image/jpeg', 1, 1, 1, NULL, 0, 1, 'd', 1, 1, 1, 't', 1, 1, 1)",
    );
    database.close();
    const store = await openTestStore(folder);
    expect(listBackups(join(folder, 'backups'))).toHaveLength(1);
    expect(await store.findAssets({ sha256s: ['a'] })).toHaveLength(1);
    database = openDatabase(join(await temporaryFolder(), 'unused.sqlite'));
  });
});
