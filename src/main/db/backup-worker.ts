import type { Database } from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { BackupAt } from '#main/services/ports/backups.ts';
import { AppError, toCodedError } from '#shared/errors.ts';
import { stopMessage, type BackupMessage, type BackupStart, type BackupTask } from './backup-protocol.ts';
import { listBackups, removeUnfinished, type Backup } from './backups/backup-files.ts';
import { keepMedia, mediaOf, mendMedia } from './backups/backup-media.ts';
import { checkStore, countUnknown } from './backups/check-store.ts';
import { linkOrCopy } from './backups/copy-file.ts';
import { findUnused } from './backups/find-unused.ts';
import type { Pace } from './backups/pace.ts';
import { proveBackup } from './backups/prove-backup.ts';
import { listBackupDrafts, readBackupDraft } from './backups/read-backup.ts';
import { writeWholeBackup } from './backups/write-backup.ts';
import { openBeside } from './open-beside.ts';
import { databaseName } from './open-or-restore.ts';
import { writeWish } from './opening-wish.ts';
import { salvageWords } from './salvage-words.ts';
import { toAppError } from './sqlite-errors.ts';

/**
 * The backup thread: does one work on a connection of its own and ends. It reads the database as it stood at the beginning, so
 * that the database worker goes on saving meanwhile.
 */
const port = parentPort;
if (!port) throw new Error('the backup worker runs as a worker thread only');
const { dataFolder, task } = workerData as BackupStart;
const live = { database: join(dataFolder, databaseName), media: join(dataFolder, 'media') };
const scratch = join(dataFolder, 'scratch');

let stopped = false;
port.on('message', (message) => {
  if (message === stopMessage) stopped = true;
});

function send(message: BackupMessage): void {
  port?.postMessage(message);
}

const told = { step: '', at: 0 };

const pace: Pace = {
  step(step, done, total) {
    if (stopped) throw new AppError('cancelled');
    // Thousands of small files would flood the window.
    const now = performance.now();
    if (step === told.step && now - told.at < 100 && done < total) return;
    Object.assign(told, { step, at: now });
    send({ kind: 'step', step, done, total });
  },
  async breathe() {
    await new Promise((resolve) => setImmediate(resolve));
    if (stopped) throw new AppError('cancelled');
  },
};

/** The live database as it stands now, whatever is written meanwhile. */
async function withLive<Value>(work: (database: Database) => Promise<Value>): Promise<Value> {
  const database = openBeside(live.database, { readonly: true });
  try {
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return await work(database);
  } finally {
    database.close();
  }
}

function found({ folder, at }: BackupAt): Backup {
  const backup = listBackups(folder).find((known) => known.at === at);
  if (!backup) throw new AppError('not-found');
  return backup;
}

async function run(work: BackupTask): Promise<unknown> {
  switch (work.kind) {
    case 'write': {
      const { folder, at } = work.backup;
      removeUnfinished(folder);
      const source = { media: live.media, pictures: work.pictures };
      return withLive(async (database) => writeWholeBackup({ ...source, database }, folder, at, pace));
    }
    case 'prove':
      mkdirSync(scratch, { recursive: true });
      return proveBackup(found(work.backup), work.backup.folder, scratch, pace);
    case 'check':
      return withLive(async (database) => {
        const known = mediaOf(live.database);
        const check = await checkStore(database, known, live.media, pace);
        return { ...check, unknown: countUnknown(database, known, live.media) };
      });
    case 'find-unused':
      return withLive(async (database) => findUnused(database, pace));
    case 'keep-media': {
      // No backup, no pictures of one.
      if (listBackups(work.folder).length === 0) return null;
      const way = { from: live.media, to: join(work.folder, 'media'), put: linkOrCopy };
      await keepMedia(new Set(work.sha256s), way, pace);
      return null;
    }
    case 'mend-media':
      return mendMedia(work.sha256s, mendPlaces(work.folders), pace);
    case 'prepare-restore': {
      const backup = found(work.backup);
      await mendMedia([...mediaOf(backup.path)], mendPlaces([work.backup.folder]), pace);
      writeWish(dataFolder, { kind: 'restore', backup: backup.path });
      return null;
    }
    case 'salvage-words':
      return salvageWords(dataFolder);
    case 'list-drafts':
      return listBackupDrafts(found(work.backup));
    case 'read-draft':
      mkdirSync(scratch, { recursive: true });
      return readBackupDraft(found(work.backup), work.draftId, scratch);
  }
}

function mendPlaces(folders: readonly string[]) {
  return {
    media: live.media,
    quarantine: join(dataFolder, 'quarantine', 'media'),
    sources: folders.map((folder) => join(folder, 'media')),
  };
}

try {
  send({ kind: 'done', value: JSON.stringify((await run(task)) ?? null) });
} catch (thrown) {
  send({ kind: 'failed', error: toCodedError(toAppError(thrown)) });
}
port.close();
