import DatabaseFile, { type Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { applicationId, setPragmas } from './pragmas.ts';

/**
 * Opens or makes one database file with all settings in force. The caller migrates it.
 * Refuses `database-damaged` for a file that is not ours, and what `toAppError` makes of SQLite's own refusals.
 */
export function openDatabase(path: string): Database {
  const database = new DatabaseFile(path);
  try {
    markAsOurs(database);
    setPragmas(database);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

function markAsOurs(database: Database): void {
  const found = database.pragma('application_id', { simple: true });
  if (found === applicationId) return;
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (found !== 0 || tables !== 0) throw new AppError('database-damaged', { check: 'application-id' });
  database.pragma(`application_id = ${applicationId}`);
}
