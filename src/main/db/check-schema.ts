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
    const isWhole = [...expected].every(([name, shape]) => found.get(name) === shape);
    const isAhead = [...schemaOf(made).keys()].some((name) => !expected.has(name) && found.has(name));
    if (!isWhole || isAhead) throw new AppError('database-damaged', { check: 'schema' });
  } finally {
    made.close();
  }
}

/**
 * The tables with their columns, and the indexes and triggers with their tables, by kind and name. Not the texts that made
 * them, which another version of SQLite may write otherwise, and not what SQLite makes by itself: statistics, the insides of
 * search indexes.
 */
function schemaOf(database: Database): ReadonlyMap<string, string> {
  const rows = database.prepare<[], { name: string; shape: string }>(
    `SELECT type || ' ' || name AS name,
       CASE type WHEN 'table' THEN (SELECT group_concat(name) FROM pragma_table_info(entry.name)) ELSE tbl_name END AS shape
     FROM sqlite_schema AS entry
     WHERE sql IS NOT NULL AND substr(name, 1, 7) <> 'sqlite_'
       AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')`,
  );
  return new Map(rows.all().map(({ name, shape }) => [name, shape]));
}
