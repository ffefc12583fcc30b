import { Worker } from 'node:worker_threads';
import type { BackedUpContent, Backups, FoundUnused, SalvagedDrafts } from '#main/services/ports/backups.ts';
import type { WorkHandle } from '#main/services/ports/work-handle.ts';
import { AppError } from '#shared/errors.ts';
import type { BackupDraft, BackupProof, LiveCheck } from '#shared/model/backup.ts';
import { stopMessage, type BackupMessage, type BackupStart, type BackupTask } from './backup-protocol.ts';
import { backupBytes, listBackups } from './backups/backup-files.ts';
import { writeWish } from './opening-wish.ts';
import { readSecondNote, writeSecondNote } from './second-note.ts';
import { toAppError } from './sqlite-errors.ts';

const unheard: WorkHandle = { signal: new AbortController().signal, step: () => undefined };

/** Backups of one data folder. Each work runs in a thread that is started for it. */
export function openBackups(options: { readonly workerPath: string | URL; readonly dataFolder: string }): Backups {
  async function run<Value>(task: BackupTask, handle: WorkHandle = unheard): Promise<Value> {
    if (handle.signal.aborted) throw new AppError('cancelled');
    const workerData: BackupStart = { dataFolder: options.dataFolder, task };
    const worker = new Worker(options.workerPath, { workerData });
    const stop = (): void => worker.postMessage(stopMessage);
    handle.signal.addEventListener('abort', stop);
    try {
      return await new Promise<Value>((resolve, reject) => {
        worker.on('error', (cause) => reject(new AppError('internal', { reason: 'backup-worker-ended' }, { cause })));
        worker.on('exit', () => reject(new AppError('internal', { reason: 'backup-worker-ended' })));
        worker.on('message', (message: BackupMessage) => {
          if (message.kind === 'step') handle.step(message.step, message.done, message.total);
          else if (message.kind === 'done') resolve(JSON.parse(message.value) as Value);
          else reject(new AppError(message.error.code, message.error.params));
        });
      });
    } finally {
      handle.signal.removeEventListener('abort', stop);
    }
  }

  return {
    async list(folder) {
      try {
        return listBackups(folder).map((backup) => ({ at: backup.at, bytes: backupBytes(backup) }));
      } catch (thrown) {
        throw toAppError(thrown);
      }
    },
    write: async ({ pictures, ...backup }, handle) =>
      run<{ missing: number }>({ kind: 'write', backup, pictures }, handle),
    prove: async (backup, handle) => run<BackupProof>({ kind: 'prove', backup }, handle),
    check: async (handle) => run<LiveCheck>({ kind: 'check' }, handle),
    findUnused: async (handle) => run<FoundUnused>({ kind: 'find-unused' }, handle),
    keepMedia: async (sha256s, folder, handle) => run<void>({ kind: 'keep-media', sha256s, folder }, handle),
    mendMedia: async (sha256s, folders, handle) => run<number>({ kind: 'mend-media', sha256s, folders }, handle),
    prepareRestore: async (backup, handle) => run<void>({ kind: 'prepare-restore', backup }, handle),
    async wishToStartEmpty() {
      try {
        writeWish(options.dataFolder, { kind: 'start-empty' });
      } catch (thrown) {
        throw toAppError(thrown);
      }
    },
    salvageWords: async () => run<SalvagedDrafts>({ kind: 'salvage-words' }),
    async noteSecondDisk(folder) {
      try {
        writeSecondNote(options.dataFolder, folder);
      } catch (thrown) {
        throw toAppError(thrown);
      }
    },
    notedSecondDisk: async () => readSecondNote(options.dataFolder),
    listDrafts: async (backup) => run<readonly BackupDraft[]>({ kind: 'list-drafts', backup }),
    readDraft: async ({ draftId, ...backup }) => run<BackedUpContent | null>({ kind: 'read-draft', backup, draftId }),
  };
}
