import DatabaseFile, { SqliteError } from 'better-sqlite3';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';

/** Held as long as the process lives; the system lets go of it even when the process is killed. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the data folder for this process alone, by an exclusive lock on a small file beside the database: an open
 * transaction holds the same kind of lock on Windows and on POSIX. Refuses `data-folder-in-use`.
 */
export function lockFolder(folder: string): FolderLock {
  const file = new DatabaseFile(join(folder, 'lock.db'), { timeout: 0 });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (thrown) {
    file.close();
    if (thrown instanceof SqliteError && thrown.code === 'SQLITE_BUSY') throw new AppError('data-folder-in-use');
    throw thrown;
  }
  return { release: () => file.close() };
}
