import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { SqliteError } from 'better-sqlite3';
import { checkIntegrity } from '#main/db/integrity.ts';
import { queries } from '#main/db/queries/registry.ts';
import { toAppError } from '#main/db/sqlite-errors.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { createdAt, insertDraft } from '#tests/builders/database-draft.ts';
import { writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';
import { wordsOf } from '#tests/helpers/saved-words.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const run = promisify(execFile);

describe('a full disk', () => {
  test('refuses the save with its code, keeps all that was saved, and saves again when there is room', async () => {
    const database = await openTestDatabase();
    const draft = insertDraft(database);
    const { id: draftId } = draft.summary;
    const save = (sequence: number): void => {
      const args = { draftId, baseRevisionId: draft.head.id, content: wordsOf(sequence), by: writer, at: createdAt };
      queries.appendJournal(database, { ...args, sequence });
    };
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages + 20}`);

    let saved = 0;
    const refusal = catchRefusal(() => {
      for (;;) {
        save(saved + 1);
        saved += 1;
      }
    });
    expect(saved).toBeGreaterThan(0);
    expect(toAppError(refusal).code).toBe('disk-full');
    expect(queries.readDraft(database, { draftId })?.journal?.content).toEqual(wordsOf(saved));
    expect(database.inTransaction).toBe(false);

    database.pragma('max_page_count = 100000');
    save(saved + 1);
    expect(queries.readDraft(database, { draftId })?.journal?.content).toEqual(wordsOf(saved + 1));
    checkIntegrity(database);
  });

  test('at the edge of what a file may hold, the worker answers with a code, reads on, and nothing is lost', async () => {
    const folder = await temporaryFolder();
    const before = await openStoreFolder(folder, createdAt);
    const draft = insertDraft(before.database, { content: wordsOf(0) });
    before.close();
    const script = fileURLToPath(new URL('../../helpers/limited-process.ts', import.meta.url));
    // 1,500 blocks of 512 bytes: the write-ahead log meets the limit in the middle of a transaction.
    const { stdout } = await run('sh', [
      '-c',
      'ulimit -f 1500; exec "$@"',
      'sh',
      process.execPath,
      script,
      folder,
      draft.summary.id,
    ]);
    const lines = stdout.trim().split('\n');
    const savedBefore = (index: number) => lines.slice(0, index).findLast((line) => line.startsWith('saved'));
    const refusals = lines.flatMap((line, index) => (line.startsWith('refused') ? [index] : []));
    expect(refusals.map((index) => lines[index])).toEqual(['refused disk-error', 'refused disk-error']);
    for (const index of refusals) expect(lines[index + 1]).toBe(savedBefore(index)?.replace('saved', 'read'));
    const saved = Number(savedBefore(lines.length)?.split(' ')[1]);
    expect(saved).toBeGreaterThan(5);

    const after = await openStoreFolder(folder, createdAt);
    expect(after.report.outcome).toBe('opened');
    expect(queries.readDraft(after.database, { draftId: draft.summary.id })?.journal?.content).toEqual(wordsOf(saved));
    checkIntegrity(after.database);
    after.close();
  });
});

describe('what SQLite and the system throw', () => {
  test.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_FSYNC', 'disk-error'],
    ['SQLITE_CORRUPT_VTAB', 'database-damaged'],
    ['SQLITE_NOTADB', 'database-damaged'],
    ['SQLITE_READONLY_DBMOVED', 'data-folder-unwritable'],
    ['SQLITE_CANTOPEN', 'data-folder-unwritable'],
    ['SQLITE_BUSY', 'data-folder-in-use'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'not-allowed'],
    ['SQLITE_ERROR', 'internal'],
  ])('%s becomes %s', (code, expected) => {
    expect(toAppError(new SqliteError('some words', code))).toMatchObject({ code: expected });
  });

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EIO', 'disk-error'],
    ['EROFS', 'data-folder-unwritable'],
    ['EPIPE', 'internal'],
  ])('%s becomes %s', (code, expected) => {
    expect(toAppError(Object.assign(new Error('some words'), { code })).code).toBe(expected);
  });
});

function catchRefusal(work: () => void): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was refused');
}
