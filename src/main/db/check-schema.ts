import DatabaseFile, { type Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { migrations as allMigrations } from './migrations/registry.ts';
import { schemaVersion, takeSteps } from './schema-steps.ts';

/** Versions go by tens: any other number never was one, in this app or a later one. A flipped bit always makes such a number. */
const versionStep = 10;

/**
 * Refuses `database-damaged` for a file whose version never was one, and `database-newer` for one of a later app, of which
 * nothing else is known here.
 */
export function checkVersion(database: Database, migrations = allMigrations): void {
  const found = schemaVersion(database);
  const newest = migrations.at(-1)?.version ?? 0;
  const isOwn = found === 0 ? isEmpty(database) : migrations.some(({ version }) => version === found);
  if (isOwn) return;
  if (found > newest && found % versionStep === 0) throw new AppError('database-newer', { found, known: newest });
  throw new AppError('database-damaged', { check: 'schema-version' });
}

function isEmpty(database: Database): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

/**
 * Refuses `database-damaged` for a file that has not what its version made, or already has what a later one makes: then the
 * number in its header is wrong, or the schema is. What other programs added is left alone.
 */
export function checkSchema(database: Database, migrations = allMigrations): void {
  const found = schemaOf(database);
  const version = schemaVersion(database);
  const made = new DatabaseFile(':memory:');
  try {
    made.exec('BEGIN');
    takeSteps(
      made,
      migrations.filter((migration) => migration.version <= version),
    );
    const expected = schemaOf(made);
    takeSteps(made, migrations);
    const isWhole = [...expected].every(([name, text]) => found.get(name) === text);
    const isAhead = [...schemaOf(made).keys()].some((name) => !expected.has(name) && found.has(name));
    if (!isWhole || isAhead) throw new AppError('database-damaged', { check: 'schema' });
  } finally {
    made.close();
  }
}

/** The texts that made the tables, indexes and triggers, by kind and name; without what SQLite makes by itself. */
function schemaOf(database: Database): ReadonlyMap<string, string> {
  const rows = database.prepare<[], { name: string; text: string }>(
    `SELECT type || ' ' || name AS name, sql AS text FROM sqlite_schema
     WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_'`,
  );
  return new Map(rows.all().map(({ name, text }) => [name, text]));
}
