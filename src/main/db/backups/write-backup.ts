import type { Database } from 'better-sqlite3';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { putInPlace } from '../durable-files.ts';
import { quickCheck } from '../integrity.ts';
import { checkSchema, checkVersion } from '../check-schema.ts';
import { openBeside } from '../open-beside.ts';
import { schemaVersion } from '../schema-steps.ts';
import { nextBackupPath, rotateBackups, type Backup } from './backup-files.ts';
import { keepMedia, mediaOf, pruneMedia } from './backup-media.ts';
import { copyWhole, linkOrCopy } from './copy-file.ts';
import type { Pace } from './pace.ts';

/** Pages of one turn: cancel and progress come between turns. */
const pagesOfTurn = 1000;

/**
 * Copies the database behind this connection page by page, proves the copy, gives it its name and lets old ones go by the
 * rotation. Words that come in meanwhile wait for the next backup.
 */
export async function writeBackup(database: Database, folder: string, at: string, pace?: Pace): Promise<Backup> {
  const temporary = await copyDatabase(database, folder, pace);
  return nameBackup(temporary, folder, at);
}

/**
 * The same with the pictures: those that the copied database knows are kept beside it before it gets its name, so that a
 * backup that can be seen is whole. Pictures are kept once for all backups of the folder. Answers how many were not there.
 */
export async function writeWholeBackup(
  source: { readonly database: Database; readonly media: string; readonly pictures: 'linked' | 'copied' },
  folder: string,
  at: string,
  pace: Pace,
): Promise<{ readonly missing: number }> {
  const temporary = await copyDatabase(source.database, folder, pace);
  try {
    const put = source.pictures === 'linked' ? linkOrCopy : copyWhole;
    const way = { from: source.media, to: join(folder, 'media'), put };
    const missing = await keepMedia(mediaOf(temporary), way, pace);
    await pace.breathe();
    nameBackup(temporary, folder, at);
    return { missing };
  } finally {
    rmSync(temporary, { force: true });
  }
}

async function copyDatabase(database: Database, folder: string, pace?: Pace): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const temporary = join(folder, `${process.pid}.partial`);
  rmSync(temporary, { force: true });
  try {
    await database.backup(temporary, {
      progress({ totalPages, remainingPages }) {
        pace?.step('database', totalPages - remainingPages, totalPages);
        return pagesOfTurn;
      },
    });
    proveCopy(temporary);
    return temporary;
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
}

function nameBackup(temporary: string, folder: string, at: string): Backup {
  const path = nextBackupPath(folder, at);
  putInPlace(temporary, path);
  if (rotateBackups(folder)) pruneMedia(folder);
  return { at, path };
}

/** Reads the copy as a whole, and takes it out of WAL mode so that it needs no second file. */
function proveCopy(path: string): void {
  const copy = openBeside(path);
  try {
    // An empty file is a whole database to SQLite, and would be restored as one.
    if (schemaVersion(copy) === 0) throw new AppError('database-damaged', { check: 'empty' });
    checkVersion(copy);
    checkSchema(copy);
    copy.pragma('journal_mode = DELETE');
    quickCheck(copy);
  } finally {
    copy.close();
  }
}

/** Puts a copy of a backup at `path`, where no database may lie. Throws when the backup cannot be read as one. */
export function restoreBackup(backup: Backup, path: string): void {
  const temporary = `${path}.partial`;
  try {
    copyFileSync(backup.path, temporary);
    proveCopy(temporary);
    putInPlace(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}
