import DatabaseFile, { type Database } from 'better-sqlite3';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '#main/db/open-database.ts';
import { applicationId, setPragmas } from '#main/db/pragmas.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const wanted = {
  journal_mode: 'wal',
  synchronous: 2,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  busy_timeout: 5000,
  wal_autocheckpoint: 1000,
  journal_size_limit: 67_108_864,
  application_id: applicationId,
};

describe('every connection', () => {
  test('runs with all settings, on a new file and on one that is opened again', async () => {
    const path = join(await temporaryFolder(), 'test.sqlite');
    for (let time = 0; time < 2; time += 1) {
      const database = openDatabase(path);
      const found = Object.keys(wanted).map((name) => [name, database.pragma(name, { simple: true })]);
      expect(Object.fromEntries(found)).toEqual(wanted);
      database.exec('CREATE TABLE IF NOT EXISTS used (id INTEGER) STRICT');
      database.close();
    }
  });

  test('is refused when a setting does not take', () => {
    // A database in memory cannot be in WAL mode.
    const database: Database = new DatabaseFile(':memory:');
    expect(() => setPragmas(database)).toThrow('disk-error');
    database.close();
  });
});
