import { Worker } from 'node:worker_threads';
import type { Store } from '#main/services/ports/store.ts';
import { AppError } from '#shared/errors.ts';
import type { OpenReport } from './store-folder.ts';
import type { StoreMethod, WorkerMessage, WorkerRequest, WorkerStart } from './worker-protocol.ts';

/** The store, in this process: each call is a message to the worker that holds the database. */
export interface DatabaseClient extends Store {
  /** What opening found: whether a damaged file was set apart and what took its place. */
  readonly report: OpenReport;
  /** Finishes what was asked before, then lets go of the data folder. */
  close(): Promise<void>;
}

const methods: Readonly<Record<StoreMethod, true>> = {
  createDraft: true,
  listDrafts: true,
  countDraftValues: true,
  readDraft: true,
  appendJournal: true,
  keepHistory: true,
  readHistory: true,
  keepRevision: true,
  keepIncoming: true,
  addHistory: true,
  clearIncoming: true,
  listRevisions: true,
  readRevision: true,
  findRevisionByHash: true,
  listRevisionNames: true,
  saveRevisionName: true,
  removeRevisionName: true,
  markPublished: true,
  setTrashed: true,
  purgeDraft: true,
  findSimilarDrafts: true,
  appendReviewRecord: true,
  listReviewRecords: true,
  listComments: true,
  readComment: true,
  saveComment: true,
  listWaivers: true,
  saveWaiver: true,
  removeWaiver: true,
  findAssets: true,
  saveAsset: true,
  saveAttachment: true,
  findDerivedAsset: true,
  savePictureHash: true,
  listUnhashedAssets: true,
  findPictureUses: true,
  noteDayOfUse: true,
  markUnusedFiles: true,
  removeUnusedFiles: true,
  listRemovedFiles: true,
  forgetRemovedFiles: true,
  describeUnusedFiles: true,
  insertPackage: true,
  readPackage: true,
  listPackages: true,
  saveUpload: true,
  readUpload: true,
  findUploadOfPackage: true,
  listUploads: true,
  listOpenUploads: true,
  listPersons: true,
  insertPerson: true,
  readSetting: true,
  writeSetting: true,
  findTrustedKey: true,
  insertTrustedKey: true,
  appendAudit: true,
  countContents: true,
  listUnkept: true,
  noteDamage: true,
  listAudit: true,
  listAuditEvents: true,
  verifyAudit: true,
};

/** The names of everything that a store does. */
export const storeMethods = Object.keys(methods) as readonly StoreMethod[];

interface Waiting {
  resolve(value: unknown): void;
  reject(error: AppError): void;
}

/**
 * Starts the worker and waits until the data folder is open.
 * @param options.workerPath `worker.ts` from source, `db-worker.js` from the build
 * Refuses `data-folder-in-use`, `data-folder-unwritable`, `disk-full`, `disk-error`, `database-newer`; and `internal` for
 * every call that a worker left unanswered when it ended.
 */
export async function openStore(options: {
  readonly workerPath: string | URL;
  readonly folder: string;
  readonly mode?: WorkerStart['mode'];
}): Promise<DatabaseClient> {
  const workerData: WorkerStart = { folder: options.folder, mode: options.mode ?? 'working' };
  const worker = new Worker(options.workerPath, { workerData });
  const waiting = new Map<number, Waiting>();
  /** Closed, closing, or dead: what is asked now would meet a database that is gone. */
  let ended = false;
  let lastId = 0;

  function ask(request: WorkerRequest): Promise<unknown> {
    if (ended) return Promise.reject(workerEnded());
    return new Promise((resolve, reject) => {
      waiting.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });
  }

  const opened = new Promise<OpenReport>((resolve, reject) => {
    const end = (cause: unknown): void => {
      ended = true;
      const error = workerEnded(cause);
      reject(error);
      for (const call of waiting.values()) call.reject(error);
      waiting.clear();
    };
    worker.on('error', end);
    worker.on('exit', () => end(undefined));
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'opened') return resolve(message.report);
      if (message.kind === 'refused') return reject(new AppError(message.error.code, message.error.params));
      const call = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.result.ok) call?.resolve(JSON.parse(message.result.value));
      else {
        const { code, params } = message.result.error;
        call?.reject(new AppError(code, params, { cause: message.trace }));
      }
    });
  });

  const calls = storeMethods.map((method) => [
    method,
    (args: unknown) => ask({ id: ++lastId, kind: 'call', method, args: JSON.stringify(args ?? null) }),
  ]);
  const store = Object.fromEntries(calls) as Store;
  const report = await opened;
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  return {
    ...store,
    report,
    async close() {
      if (ended) return;
      const closed = ask({ id: ++lastId, kind: 'close' });
      ended = true;
      await closed;
      await exited;
    },
  };
}

function workerEnded(cause?: unknown): AppError {
  return new AppError('internal', { reason: 'database-worker-ended' }, { cause });
}
