import type { Database } from 'better-sqlite3';
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compactMoment, listBackups, type Backup } from './backups/backup-files.ts';
import { restoreBackup, writeBackup } from './backups/write-backup.ts';
import { proveWritable, syncFolder } from './durable-files.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';
import { checkContents, checkIntegrity, quickCheck } from './integrity.ts';
import { migrate, needsMigration, schemaVersion } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { readRestoreRequest, removeRestoreRequest } from './restore-request.ts';
import { salvage } from './salvage.ts';
import { toAppError } from './sqlite-errors.ts';

/** What opening found, for the log and for the person. */
export interface OpenReport {
  /** `restored` from a backup or from what could be read, or `started-empty`: the file was damaged and lies in quarantine. */
  readonly outcome: 'opened' | 'created' | 'restored' | 'started-empty';
  readonly quarantine: string | null;
  /** Moment of the backup that was restored. */
  readonly backupAt: string | null;
  /** How many states of drafts, newer than the backup, could be read from the damaged file. */
  readonly rescued: number;
}

export interface OpenFolder {
  /** The present connection; opened anew when the last one was dropped. */
  readonly database: Database;
  readonly backups: string;
  readonly report: OpenReport;
  /** A query met damage: the next start looks at everything and restores what it must. */
  noteDamage(): void;
  /** After a write or sync that failed nobody knows what is on the disk: only a fresh connection reads it from there. */
  dropConnection(): void;
  close(): void;
}

/** Up to here a file is checked at every start: it takes a few milliseconds. */
const alwaysChecked = 16 * 1024 * 1024;

export const databaseName = 'gaoqian.sqlite';

/**
 * Opens the data folder for this process: lock, database, damage, migration. A damaged file never stops the start: it is
 * set apart and the newest backup that proves readable takes its place.
 * Refuses `data-folder-in-use`, `data-folder-unwritable`, `disk-full`, `disk-error`, `database-newer`.
 */
export async function openStoreFolder(folder: string, at: string): Promise<OpenFolder> {
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(folder);
  try {
    proveWritable(folder);
    const backups = join(folder, 'backups');
    const path = join(folder, databaseName);
    restoreWanted(folder, path, at);
    const { database, report } = await openOrRestore(path, backups, at);
    let present = database;
    return {
      get database() {
        if (!present.open) present = openDatabase(path);
        return present;
      },
      backups,
      report,
      noteDamage: () => writeFileSync(damageMark(path), at),
      dropConnection: () => void present.close(),
      close: () => closeAll(present, lock),
    };
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}

async function openOrRestore(path: string, backups: string, at: string) {
  const created = !existsSync(path);
  try {
    const database = await openWhole(path, backups, at);
    const report: OpenReport = {
      outcome: created ? 'created' : 'opened',
      quarantine: null,
      backupAt: null,
      rescued: 0,
    };
    return { database, report };
  } catch (thrown) {
    if (toAppError(thrown).code !== 'database-damaged') throw thrown;
    const quarantine = setApart(dirname(path), at);
    const backup = restoreNewest(backups, path);
    const database = await openWhole(path, backups, at);
    const rescued = salvage(join(quarantine, databaseName), database);
    const outcome = backup || rescued > 0 ? 'restored' : 'started-empty';
    return { database, report: { outcome, quarantine, backupAt: backup?.at ?? null, rescued } satisfies OpenReport };
  }
}

/** Opens, checks and migrates; a backup is written before a file with content is migrated. */
async function openWhole(path: string, backups: string, at: string): Promise<Database> {
  const marked = existsSync(damageMark(path));
  const unclean = existsSync(`${path}-wal`);
  const small = existsSync(path) && statSync(path).size <= alwaysChecked;
  const database = openDatabase(path);
  try {
    if (marked || unclean) checkIntegrity(database);
    else if (small) quickCheck(database);
    const behind = needsMigration(database);
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
function damageMark(path: string): string {
  return `${path}.damaged`;
}

function setApart(folder: string, at: string): string {
  const quarantine = join(folder, 'quarantine', compactMoment(at));
  mkdirSync(quarantine, { recursive: true });
  for (const suffix of ['', '-wal', '-shm', '.damaged']) {
    const name = `${databaseName}${suffix}`;
    if (existsSync(join(folder, name))) renameSync(join(folder, name), join(quarantine, name));
  }
  return quarantine;
}

/** Puts a backup that the person chose in the place of the database, which is set apart: nothing is overwritten. */
function restoreWanted(folder: string, path: string, at: string): void {
  const wanted = readRestoreRequest(folder);
  const taken = `${path}.wanted`;
  if (wanted !== null && isTaken({ at, path: wanted }, taken)) {
    setApart(folder, at);
    renameSync(taken, path);
    syncFolder(folder);
  }
  removeRestoreRequest(folder);
}

/** Whether a whole copy of the backup lies at `path` now. */
function isTaken(backup: Backup, path: string): boolean {
  try {
    restoreBackup(backup, path);
    return true;
  } catch (thrown) {
    if (toAppError(thrown).code !== 'database-damaged') throw thrown;
    return false;
  }
}

/** The backup that now lies at `path`; null when none could be read. */
function restoreNewest(backups: string, path: string): Backup | null {
  for (const backup of listBackups(backups)) {
    try {
      restoreBackup(backup, path);
      return backup;
    } catch (thrown) {
      if (toAppError(thrown).code !== 'database-damaged') throw thrown;
    }
  }
  return null;
}

function closeAll(database: Database, lock: FolderLock): void {
  try {
    if (database.open) {
      database.pragma('wal_checkpoint(TRUNCATE)');
      database.close();
    }
  } finally {
    lock.release();
  }
}
