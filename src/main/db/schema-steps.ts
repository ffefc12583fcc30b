import type { Database } from 'better-sqlite3';
import type { Migration } from './migrations/migration.ts';
import { migrations as allMigrations } from './migrations/registry.ts';

/** The schema version that a file carries; 0 for a new one. */
export function schemaVersion(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
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
