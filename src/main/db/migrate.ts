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

/** Whether `migrate` would change the file. Refuses a file of a later app with `database-newer`. */
export function needsMigration(database: Database, migrations = allMigrations): boolean {
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
