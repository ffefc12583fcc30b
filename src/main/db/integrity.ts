import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

/** Reads the whole file and refuses `database-damaged` when SQLite finds anything wrong with it or its indexes. */
export function checkIntegrity(database: Database): void {
  const answer = database.pragma('integrity_check(1)', { simple: true });
  if (answer !== 'ok') throw new AppError('database-damaged', { check: 'integrity' });
}

/** As `checkIntegrity`, without comparing the indexes with their tables: several times quicker. */
export function quickCheck(database: Database): void {
  const answer = database.pragma('quick_check(1)', { simple: true });
  if (answer !== 'ok') throw new AppError('database-damaged', { check: 'quick' });
}

export function checkForeignKeys(database: Database): void {
  const broken: unknown = database.pragma('foreign_key_check');
  if (!Array.isArray(broken) || broken.length > 0) throw new AppError('database-damaged', { check: 'foreign-keys' });
}
