import { SqliteError, type Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import { sha256 } from './content-codec.ts';
import { storedText } from './content-delta.ts';

/** Reads the whole file and refuses `database-damaged` when SQLite finds anything wrong with it or its indexes. */
export function checkIntegrity(database: Database): void {
  if (answerOf(database, 'integrity_check(1)') !== 'ok') throw new AppError('database-damaged', { check: 'integrity' });
}

/** As `checkIntegrity`, without comparing the indexes with their tables: several times quicker. */
export function quickCheck(database: Database): void {
  if (answerOf(database, 'quick_check(1)') !== 'ok') throw new AppError('database-damaged', { check: 'quick' });
}

/** What SQLite says of the file. A search index may be so broken that the check itself stumbles over it. */
function answerOf(database: Database, check: string): unknown {
  try {
    return database.pragma(check, { simple: true });
  } catch (thrown) {
    if (thrown instanceof SqliteError && thrown.code === 'SQLITE_ERROR') return thrown.message;
    throw thrown;
  }
}

/** Reads every kept word and compares it with its hash: what SQLite's own checks cannot see. */
export function checkContents(database: Database): void {
  type Row = { exact_hash: string; content: string | Uint8Array; base: Uint8Array | null };
  const rows = database
    .prepare<[], Row>(
      `SELECT revisions.exact_hash, revisions.content, bases.content AS base
         FROM revisions LEFT JOIN revisions bases ON bases.id = revisions.base_id
       UNION ALL SELECT exact_hash, content, NULL FROM journal`,
    )
    .iterate();
  for (const { content, base, exact_hash: hash } of rows) {
    const text = typeof content === 'string' ? content : storedText(content, base);
    if (sha256(text) !== hash) throw new AppError('database-damaged', { check: 'content' });
  }
}

export function checkForeignKeys(database: Database): void {
  const broken: unknown = database.pragma('foreign_key_check');
  if (!Array.isArray(broken) || broken.length > 0) throw new AppError('database-damaged', { check: 'foreign-keys' });
}
