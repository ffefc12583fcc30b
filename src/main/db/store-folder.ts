import type { Database } from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proveWritable, syncFolder } from './durable-files.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { schemaVersion } from './schema-steps.ts';
import { migrations } from './migrations/registry.ts';
import { openDatabase } from './open-database.ts';
import { damageMark, databaseName, finishSettingApart, isTaken, openOrRestore, setApart } from './open-or-restore.ts';
import { readWish, removeWish } from './opening-wish.ts';
import { lastRunCrashed, markRun, unmarkRun } from './run-mark.ts';

/** What opening found, for the log and for the person. */
export interface OpenReport {
  /** `restored` from a backup or from what could be read, or `started-empty`: the file was damaged and lies in quarantine. */
  readonly outcome: 'opened' | 'created' | 'restored' | 'started-empty';
  readonly quarantine: string | null;
  /** Moment of the backup that was restored. */
  readonly backupAt: string | null;
  /** How many states of drafts, newer than the backup, could be read from the damaged file. */
  readonly rescued: number;
  /** The run before did not end well. */
  readonly crashed: boolean;
  /** It did not, and its write-ahead log was taken away since: what was saved last may be missing. */
  readonly logMissing: boolean;
  /** A backup that the person chose was put in place of what was here. */
  readonly exchanged: boolean;
}

export interface OpenFolder {
  /** The present connection; opened anew when the last one was dropped. */
  readonly database: Database;
  readonly report: OpenReport;
  /** A query met damage: the next start looks at everything and restores what it must. */
  noteDamage(): void;
  /** After a write or sync that failed nobody knows what is on the disk: only a fresh connection reads it from there. */
  dropConnection(): void;
  close(): void;
}

/**
 * Opens the data folder for this process: lock, database, damage, migration.
 * Refuses `data-folder-in-use`, `data-folder-unwritable`, `disk-full`, `disk-error`, `database-newer`, and `database-damaged`
 * when neither the file nor a backup holds anything.
 */
export async function openStoreFolder(folder: string, at: string): Promise<OpenFolder> {
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(folder);
  try {
    proveWritable(folder);
    const path = join(folder, databaseName);
    const crashed = lastRunCrashed(folder);
    const logMissing = crashed && existsSync(path) && !existsSync(`${path}-wal`);
    finishSettingApart(folder);
    const wish = fulfilWish(folder, path, at);
    const { database, ...found } = await openOrRestore(path, join(folder, 'backups'), at, wish === 'start-empty');
    markRun(folder, at);
    let present = database;
    let isDoubtful = false;
    /** The new one first: closing the last connection would sync the log once more, as if the first time had not failed. */
    const renew = (): Database => {
      const doubtful = present;
      present = openDatabase(path);
      isDoubtful = false;
      doubtful.close();
      return present;
    };
    return {
      get database() {
        return isDoubtful ? renew() : present;
      },
      report: { ...found, crashed, logMissing, exchanged: wish === 'restored' },
      noteDamage: () => writeFileSync(damageMark(path), at),
      dropConnection: () => void (isDoubtful = true),
      close() {
        try {
          closeDatabase(folder, isDoubtful ? renew() : present);
        } catch {
          // The disk refused the last checkpoint: once more on a connection that has not failed.
          closeDatabase(folder, renew());
        } finally {
          lock.release();
        }
      },
    };
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}

/**
 * Opens a copy of the database that refuses every change, and leaves the folder as it is: for one that cannot be written to, or
 * that a later app wrote.
 */
export function openForReading(folder: string): OpenFolder {
  const scratch = mkdtempSync(join(tmpdir(), 'gaoqian-reading-'));
  const remove = (): void => rmSync(scratch, { recursive: true, force: true });
  try {
    const path = join(scratch, databaseName);
    for (const suffix of ['', '-wal']) {
      const file = join(folder, `${databaseName}${suffix}`);
      if (existsSync(file)) copyFileSync(file, `${path}${suffix}`);
    }
    const database = openDatabase(path);
    if (schemaVersion(database) < (migrations.at(-1)?.version ?? 0)) migrate(database);
    database.pragma('query_only = 1');
    const found = { outcome: 'opened', quarantine: null, backupAt: null, rescued: 0 } as const;
    return {
      database,
      report: { ...found, crashed: false, logMissing: false, exchanged: false },
      noteDamage: () => undefined,
      dropConnection: () => undefined,
      close() {
        database.close();
        remove();
      },
    };
  } catch (thrown) {
    remove();
    throw thrown;
  }
}

/**
 * Puts a backup that the person chose in the place of the database, which is set apart: nothing is overwritten. Answers what the
 * person chose, where that could be done; `start-empty` is to begin with nothing where nothing is left.
 */
function fulfilWish(folder: string, path: string, at: string): 'restored' | 'start-empty' | null {
  const wish = readWish(folder);
  const taken = `${path}.wanted`;
  const isRestored = wish?.kind === 'restore' && isTaken({ at, path: wish.backup }, taken);
  if (isRestored) {
    setApart(folder, at);
    renameSync(taken, path);
    syncFolder(folder);
  }
  removeWish(folder);
  if (isRestored) return 'restored';
  return wish?.kind === 'start-empty' ? 'start-empty' : null;
}

function closeDatabase(folder: string, database: Database): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
  unmarkRun(folder);
  database.close();
}
