import type { Database } from 'better-sqlite3';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { migrate } from '#main/db/migrate.ts';
import { openDatabase } from '#main/db/open-database.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A real database of the present schema, in this thread, for tests of single queries. */
export async function openTestDatabase(): Promise<Database> {
  const database = openDatabase(join(await temporaryFolder(), 'test.sqlite'));
  onTestFinished(() => {
    database.close();
  });
  migrate(database);
  return database;
}
