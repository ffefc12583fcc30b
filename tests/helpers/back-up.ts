import DatabaseFile from 'better-sqlite3';
import { join } from 'node:path';
import { openBackups } from '#main/db/backup-client.ts';
import { writeBackup } from '#main/db/backups/write-backup.ts';
import type { Backups } from '#main/services/ports/backups.ts';

/** Backs up the database of a data folder, which may be open elsewhere. */
export async function backUp(folder: string, at: string): Promise<void> {
  const database = new DatabaseFile(join(folder, 'gaoqian.sqlite'), { readonly: true });
  try {
    await writeBackup(database, join(folder, 'backups'), at);
  } finally {
    database.close();
  }
}

/** Backups as the app has them: each work in its own thread, from source. */
export function testBackups(dataFolder: string): Backups {
  const workerPath = new URL('../../src/main/db/backup-worker.ts', import.meta.url);
  return openBackups({ workerPath, dataFolder });
}
