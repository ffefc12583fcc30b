import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { checkForeignKeys, checkIntegrity } from './integrity.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations as allMigrations } from './migrations/registry.ts';
import { inTransaction } from './statements.ts';

/** The schema version that a file carries; 0 for a new one. */
export function schemaVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Versions go by tens: any other number never was one, in this app or a later one. A flipped bit always makes such a number. */
const versionStep = 10;

/** Refuses `database-damaged` for a file whose version is none. */
export function checkVersion(database: Database, migrations = allMigrations): void {
  const found = schemaVersion(database);
  const isOne = found === 0 ? isEmpty(database) : found > 0 && found % versionStep === 0;
  if (isOne || migrations.some(({ version }) => version === found)) return;
  throw new AppError('database-damaged', { check: 'schema-version' });
}

function isEmpty(database: Database): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

/**
 * Whether `migrate` would change the file. Refuses a file of a later app with `database-newer`, and one whose version is none
 * with `database-damaged`.
 */
export function needsMigration(database: Database, migrations = allMigrations): boolean {
  checkVersion(database, migrations);
  const newest = migrations.at(-1)?.version ?? 0;
  const found = schemaVersion(database);
  if (found > newest) throw new AppError('database-newer', { found, known: newest });
  return found < newest;
}

/** Takes every missing step in one transaction and commits only when the result is whole. */
export function migrate(database: Database, migrations: readonly Migration[] = allMigrations): void {
  if (!needsMigration(database, migrations)) return;
  inTransaction(database, () => {
    takeSteps(database, migrations);
    checkForeignKeys(database);
    checkIntegrity(database);
  });
}

/** The missing steps alone, inside a transaction of the caller's. */
export function takeSteps(database: Database, migrations: readonly Migration[] = allMigrations): void {
  const found = schemaVersion(database);
  for (const migration of migrations) {
    if (migration.version <= found) continue;
    migration.up(database);
    database.pragma(`user_version = ${migration.version}`);
  }
}
