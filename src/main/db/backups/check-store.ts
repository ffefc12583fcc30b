import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import type { StoreCheck } from '#shared/model/backup.ts';
import { checkContents, checkForeignKeys, checkIntegrity } from '../integrity.ts';
import { toAppError } from '../sqlite-errors.ts';
import { checkMedia } from './backup-media.ts';
import { listMedia } from './media-paths.ts';
import type { Pace } from './pace.ts';

/** Reads everything: every page of the database, every word against its hash, every picture against its name. */
export async function checkStore(
  database: Database,
  sha256s: ReadonlySet<string>,
  mediaFolder: string,
  pace: Pace,
): Promise<StoreCheck> {
  const found = await checkDatabase(database, pace);
  const media = await checkMedia(sha256s, mediaFolder, pace);
  return {
    drafts: countOf(database, 'drafts'),
    revisions: countOf(database, 'revisions'),
    pictures: countOf(database, 'assets'),
    database: found,
    ...media,
  };
}

/** How many files lie among the pictures that the database does not know. They are told, never touched. */
export function countUnknown(database: Database, known: ReadonlySet<string>, mediaFolder: string): number {
  const removed = new Set(removedFiles(database));
  return listMedia(mediaFolder).filter((sha256) => !known.has(sha256) && !removed.has(sha256)).length;
}

function removedFiles(database: Database): readonly string[] {
  try {
    return database.prepare<[], string>('SELECT sha256 FROM removed_files').pluck().all();
  } catch (thrown) {
    if (toAppError(thrown).code === 'database-damaged') return [];
    throw thrown;
  }
}

/** The name of the first test that the database fails; null when it passes all. */
async function checkDatabase(database: Database, pace: Pace): Promise<string | null> {
  const tests = [checkIntegrity, checkForeignKeys, checkContents];
  try {
    for (const [index, test] of tests.entries()) {
      pace.step(test === checkContents ? 'words' : 'database', index, tests.length);
      await pace.breathe();
      test(database);
    }
    return null;
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code !== 'database-damaged') throw error;
    return String(error.params['check'] ?? error.params['reason'] ?? 'damaged');
  }
}

function countOf(database: Database, table: 'drafts' | 'revisions' | 'assets'): number {
  try {
    return database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
  } catch (thrown) {
    if (toAppError(thrown).code === 'database-damaged') return 0;
    throw new AppError('internal', {}, { cause: thrown });
  }
}
