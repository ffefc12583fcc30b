import type { Database } from 'better-sqlite3';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { BackupProof } from '#shared/model/backup.ts';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';
import { toAppError } from '../sqlite-errors.ts';
import type { Backup } from './backup-files.ts';
import { mediaOf } from './backup-media.ts';
import { checkStore } from './check-store.ts';
import type { Pace } from './pace.ts';
import { restoreBackup } from './write-backup.ts';

/**
 * A restore drill: puts a copy of the backup in place in `scratch`, opens and migrates it as a start would, and reads
 * everything that is in it. Nothing of the drill stays.
 */
export async function proveBackup(backup: Backup, folder: string, scratch: string, pace: Pace): Promise<BackupProof> {
  pace.step('database', 0, 1);
  const unreadable = { drafts: 0, revisions: 0, pictures: 0, missing: [], damaged: [], backup: backup.at };
  try {
    return await withRestored(backup, scratch, async (database) => ({
      ...(await checkStore(database, mediaOf(backup.path), join(folder, 'media'), pace)),
      backup: backup.at,
    }));
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code !== 'database-damaged') throw error;
    return { ...unreadable, database: String(error.params['check'] ?? error.params['reason'] ?? 'damaged') };
  }
}

/** Runs `work` on a copy of the backup that has been brought to the present schema, then removes the copy. */
export async function withRestored<Value>(
  backup: Backup,
  scratch: string,
  work: (database: Database) => Promise<Value> | Value,
): Promise<Value> {
  const path = join(scratch, `restored-${threadId}.partial`);
  const remove = (): void => {
    for (const suffix of ['', '-wal', '-shm', '.partial']) rmSync(`${path}${suffix}`, { force: true });
  };
  remove();
  try {
    restoreBackup(backup, path);
    const database = openDatabase(path);
    try {
      migrate(database);
      return await work(database);
    } finally {
      database.close();
    }
  } finally {
    remove();
  }
}
