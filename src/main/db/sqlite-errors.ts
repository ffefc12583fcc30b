import { SqliteError } from 'better-sqlite3';
import { AppError, type ErrorCode } from '#shared/errors.ts';

const byName: Readonly<Record<string, ErrorCode>> = {
  FULL: 'disk-full',
  IOERR: 'disk-error',
  CORRUPT: 'database-damaged',
  NOTADB: 'database-damaged',
  READONLY: 'data-folder-unwritable',
  CANTOPEN: 'data-folder-unwritable',
  PERM: 'data-folder-unwritable',
  BUSY: 'data-folder-in-use',
  LOCKED: 'data-folder-in-use',
  TOOBIG: 'too-large',
  CONSTRAINT: 'not-allowed',
};

const bySystemCode: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EIO: 'disk-error',
  EACCES: 'data-folder-unwritable',
  EPERM: 'data-folder-unwritable',
  EROFS: 'data-folder-unwritable',
  ENOTDIR: 'data-folder-unwritable',
  EEXIST: 'data-folder-unwritable',
  ENOENT: 'data-folder-unwritable',
};

/** What our statements ask for is in every file of our version: where it is not, the schema is broken. */
const lacksTable = /^no such (table|column)|^table \S+ has no column/;

/** Gives what SQLite or the file system threw its code; what has none becomes `internal`. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof SqliteError) {
    const name = /^SQLITE_([A-Z]+)/.exec(thrown.code)?.[1] ?? '';
    const code = lacksTable.test(thrown.message) ? 'database-damaged' : byName[name];
    return new AppError(code ?? 'internal', { reason: thrown.code }, { cause: thrown });
  }
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const known = bySystemCode[code];
  return known
    ? new AppError(known, { reason: code }, { cause: thrown })
    : new AppError('internal', {}, { cause: thrown });
}
