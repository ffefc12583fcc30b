import type { Database } from 'better-sqlite3';
import { checkSchema, checkVersion } from './check-schema.ts';
import { checkForeignKeys, checkIntegrity } from './integrity.ts';
import type { Migration } from './migrations/migration.ts';
import { migrations as allMigrations } from './migrations/registry.ts';
import { schemaVersion, takeSteps } from './schema-steps.ts';
import { inTransaction } from './statements.ts';

/**
 * Whether `migrate` would change the file. Refuses a file of a later app with `database-newer`, and with `database-damaged`
 * one whose version is none, or which has not the tables of its version to begin from.
 */
export function needsMigration(database: Database, migrations = allMigrations): boolean {
  checkVersion(database, migrations);
  const isBehind = schemaVersion(database) < (migrations.at(-1)?.version ?? 0);
  if (isBehind) checkSchema(database, migrations);
  return isBehind;
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
