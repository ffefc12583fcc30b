import DatabaseFile, { type Database } from 'better-sqlite3';

/** In kilobytes, an eighth of the usual. */
const cacheKilobytes = 2000;

/**
 * Opens a file that is read through once, beside the connection that people work on. What was read is not needed again, so
 * little of it is kept: each full cache is memory that the process may not get rid of when the connection is closed.
 */
export function openBeside(path: string, options: { readonly readonly?: boolean } = {}): Database {
  const database = new DatabaseFile(path, options);
  try {
    database.pragma(`cache_size = -${cacheKilobytes}`);
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}
