import type { Database } from 'better-sqlite3';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { compactMoment, listBackups, type Backup } from './backups/backup-files.ts';
import { restoreBackup, writeBackup } from './backups/write-backup.ts';
import { checkSchema } from './check-schema.ts';
import { checkContents, checkIntegrity, quickCheck } from './integrity.ts';
import { migrate, needsMigration } from './migrate.ts';
import { schemaVersion } from './schema-steps.ts';
import { openDatabase } from './open-database.ts';
import { salvage } from './salvage.ts';
import { toAppError } from './sqlite-errors.ts';

/** Up to here a file is checked at every start: it takes a few milliseconds. Larger ones are checked in the background. */
const alwaysChecked = 16 * 1024 * 1024;

export const databaseName = 'gaoqian.sqlite';

/** What came of opening the database file. */
export interface OpenedFile {
  readonly database: Database;
  readonly outcome: 'opened' | 'created' | 'restored' | 'started-empty';
  readonly quarantine: string | null;
  readonly backupAt: string | null;
  readonly rescued: number;
}

/**
 * Opens the database. A damaged one is set apart, and the newest backup that proves readable takes its place, with what the
 * damaged file still holds; so does a backup where the file is gone. When neither holds anything, everything is left as it
 * was found and `database-damaged` refused, unless `mayStartEmpty`.
 */
export async function openOrRestore(
  path: string,
  backups: string,
  at: string,
  mayStartEmpty: boolean,
): Promise<OpenedFile> {
  const absent = !existsSync(path) || statSync(path).size === 0;
  const lost = absent && listBackups(backups).length > 0;
  if (!lost) {
    try {
      const database = await openWhole(path, backups, at);
      return { database, outcome: absent ? 'created' : 'opened', quarantine: null, backupAt: null, rescued: 0 };
    } catch (thrown) {
      if (toAppError(thrown).code !== 'database-damaged') throw thrown;
    }
  }
  return replaceDamaged(path, backups, at, mayStartEmpty);
}

async function replaceDamaged(path: string, backups: string, at: string, mayStartEmpty: boolean): Promise<OpenedFile> {
  const quarantine = setApart(dirname(path), at);
  const backup = restoreNewest(backups, path);
  const database = await openWhole(path, backups, at);
  const rescued = salvage(join(quarantine, databaseName), database);
  if (backup === null && rescued === 0 && !mayStartEmpty) {
    database.close();
    putBack(quarantine, dirname(path));
    throw new AppError('database-damaged', { left: 'nothing' });
  }
  const outcome = backup || rescued > 0 ? 'restored' : 'started-empty';
  return { database, outcome, quarantine, backupAt: backup?.at ?? null, rescued };
}

/** Opens, checks and migrates; a backup is written before a file with content is migrated. */
async function openWhole(path: string, backups: string, at: string): Promise<Database> {
  const marked = existsSync(damageMark(path));
  const small = existsSync(path) && statSync(path).size <= alwaysChecked;
  const database = openDatabase(path);
  try {
    if (marked) checkIntegrity(database);
    else if (small) quickCheck(database);
    const behind = needsMigration(database);
    if (marked) checkSchema(database);
    if (marked) checkContents(database);
    if (behind) {
      if (schemaVersion(database) > 0) await writeBackup(database, backups, at);
      migrate(database);
    }
    rmSync(damageMark(path), { force: true });
    return database;
  } catch (thrown) {
    database.close();
    throw thrown;
  }
}

/** Lies beside a database in which a query met damage: the next start checks the whole file. */
export function damageMark(path: string): string {
  return `${path}.damaged`;
}

const suffixes = ['', '-wal', '-shm', '.damaged'] as const;

/** Moves the database away whole: its log belongs to it. What a kill interrupts, `finishSettingApart` ends at the next start. */
export function setApart(folder: string, at: string): string {
  const quarantine = join(folder, 'quarantine', compactMoment(at));
  mkdirSync(`${quarantine}${unfinished}`, { recursive: true });
  moveFiles(folder, `${quarantine}${unfinished}`);
  renameSync(`${quarantine}${unfinished}`, quarantine);
  return quarantine;
}

const unfinished = '.partial';

/** Brings the rest after a database that a kill left half moved away; before anything opens the folder. */
export function finishSettingApart(folder: string): void {
  const quarantine = join(folder, 'quarantine');
  if (!existsSync(quarantine)) return;
  for (const name of readdirSync(quarantine).filter((entry) => entry.endsWith(unfinished))) {
    const half = join(quarantine, name);
    // The database goes first: while it is still here, nothing has been moved.
    if (existsSync(join(half, databaseName))) moveFiles(folder, half);
    if (readdirSync(half).length === 0) rmSync(half, { recursive: true });
    else renameSync(half, half.slice(0, -unfinished.length));
  }
}

/** Undoes `setApart`, over the empty database that was tried in the meantime. */
function putBack(quarantine: string, folder: string): void {
  for (const suffix of suffixes) rmSync(join(folder, `${databaseName}${suffix}`), { force: true });
  moveFiles(quarantine, folder);
  if (readdirSync(quarantine).length === 0) rmSync(quarantine, { recursive: true });
}

function moveFiles(from: string, to: string): void {
  for (const suffix of suffixes) {
    const name = `${databaseName}${suffix}`;
    if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name));
  }
}

/** The backup that now lies at `path`; null when none could be read. */
function restoreNewest(backups: string, path: string): Backup | null {
  for (const backup of listBackups(backups)) if (isTaken(backup, path)) return backup;
  return null;
}

/** Whether a whole copy of the backup lies at `path` now; one of a later app could not be opened here. */
export function isTaken(backup: Backup, path: string): boolean {
  try {
    restoreBackup(backup, path);
    return true;
  } catch (thrown) {
    if (!['database-damaged', 'database-newer'].includes(toAppError(thrown).code)) throw thrown;
    return false;
  }
}
