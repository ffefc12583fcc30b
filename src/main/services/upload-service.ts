import { AppError, toCodedError } from '#shared/errors.ts';
import type { Upload } from '#shared/model/upload.ts';
import type { UploadServiceParts } from './upload-parts.ts';
import { nextUploads, nextWake, waitsForTheLine } from './upload-rules.ts';
import { UploadRun, type Stop } from './upload-run.ts';
import { watchForSleep } from './watch-for-sleep.ts';

/** The queue of packages to send: one at a time for each target, each until it arrived or a person is needed. */
export interface UploadService {
  /** Takes up what a closed or killed app left, and begins. */
  start(): Promise<void>;
  /** Queues a package for a target; one that is queued already is answered as it is. Refuses `not-found`, `portal-not-configured`. */
  enqueue(packageId: string, targetId: string): Promise<Upload>;
  /** The newest first. */
  list(): Promise<readonly Upload[]>;
  /** Begins again at once with what failed, waits, was paused or cancelled; resumes where the portal has the bytes. */
  retry(uploadId: string): Promise<Upload>;
  /** Holds it where it is until it is retried. Refuses `not-allowed` once everything is sent. */
  pause(uploadId: string): Promise<Upload>;
  /** After sleep, or when the network is back: what waits for the line is tried at once, what is being sent takes a new one. */
  tryWaiting(): Promise<void>;
  /** Refuses `not-allowed` once the portal has everything: it may publish at any moment. */
  cancel(uploadId: string): Promise<Upload>;
  /** Stops sending; the next start resumes. */
  close(): Promise<void>;
}

export function uploadService(parts: UploadServiceParts): UploadService {
  return new UploadQueue(parts);
}

/** When the store itself fails (a full disk), in milliseconds. */
const pauseAfterFailure = 60_000;
/** The longest that the queue goes without a look at the clock, which may be put forward or back; in milliseconds. */
const longestPause = 60_000;

class UploadQueue implements UploadService {
  readonly #parts: UploadServiceParts;
  /** What is being sent, by target. */
  readonly #runs = new Map<string, UploadRun>();
  #closed = false;
  #callOff: () => void = () => undefined;
  #endWatch: () => void = () => undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: UploadServiceParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    for (const upload of await this.#parts.store.listOpenUploads()) {
      if (upload.state === 'sending' || upload.state === 'verifying') await this.#save(upload, { state: 'queued' });
    }
    this.#endWatch = watchForSleep(this.#parts, () => {
      this.tryWaiting().catch(() => this.#parts.log.warn('uploads-not-woken'));
    });
    this.#wake();
  }

  async enqueue(packageId: string, targetId: string): Promise<Upload> {
    const { store, clock, ids } = this.#parts;
    await this.#parts.authorize();
    const record = await store.readPackage({ packageId });
    if (!record) throw new AppError('not-found');
    const target = await this.#parts.target(targetId);
    if (!target) throw new AppError('portal-not-configured');
    return await this.#inTurn(async () => {
      const known = await store.findUploadOfPackage({ packageId, targetId });
      if (known) return await this.#queueAgain(known);
      const now = clock.now();
      const upload: Upload = {
        id: ids.next(),
        packageId,
        draftId: record.draftId,
        packageName: record.name,
        targetId,
        targetName: target.name,
        zipSha256: record.zipSha256,
        bytes: record.bytes,
        offset: 0,
        state: 'queued',
        attempts: 0,
        nextTryAt: null,
        lastError: null,
        tusUrl: '',
        receipt: null,
        createdAt: now,
        updatedAt: now,
      };
      const queued = await this.#save(upload, {});
      this.#wake();
      return queued;
    });
  }

  async list(): Promise<readonly Upload[]> {
    const uploads = await this.#parts.store.listUploads();
    return uploads.map((upload) => this.#runOf(upload.id)?.upload ?? upload);
  }

  async retry(uploadId: string): Promise<Upload> {
    await this.#parts.authorize();
    return await this.#inTurn(async () => this.#queueAgain(await this.#read(uploadId)));
  }

  async pause(uploadId: string): Promise<Upload> {
    await this.#parts.authorize();
    return await this.#inTurn(async () => this.#hold(uploadId, 'pause', 'paused'));
  }

  async tryWaiting(): Promise<void> {
    await this.#inTurn(async () => {
      for (const upload of await this.#parts.store.listUploads()) {
        if (waitsForTheLine(upload)) await this.#save(upload, { state: 'queued', nextTryAt: null, attempts: 0 });
      }
      // A line that died in sleep, or with the old network, says nothing: it would be waited for until it counts as too slow.
      await Promise.all(
        [...this.#runs.values()].filter((run) => run.isOnTheLine).map((run) => this.#stop(run, 'renew')),
      );
    });
    this.#wake();
  }

  async cancel(uploadId: string): Promise<Upload> {
    await this.#parts.authorize();
    return await this.#inTurn(async () => {
      const stopped = await this.#hold(uploadId, 'cancel', 'cancelled');
      return stopped.state === 'cancelled' && stopped.tusUrl !== '' ? await this.#discard(stopped) : stopped;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#endWatch();
    this.#callOff();
    await this.#turn.catch(() => undefined);
    await Promise.all([...this.#runs.values()].map(async (run) => this.#stop(run, 'close')));
  }

  /** Begins whatever can be begun, and sets the alarm for the rest. */
  #wake(): void {
    if (this.#closed) return;
    this.#inTurn(async () => this.#startRuns()).catch((thrown: unknown) => {
      this.#parts.log.error('upload-queue-failed', { code: toCodedError(thrown).code });
      this.#wakeAfter(pauseAfterFailure);
    });
  }

  async #startRuns(): Promise<void> {
    if (this.#closed) return;
    const uploads = await this.#parts.store.listOpenUploads();
    const now = this.#parts.clock.now();
    for (const upload of nextUploads(uploads, now, new Set(this.#runs.keys()))) {
      const run = new UploadRun(this.#parts, upload);
      this.#runs.set(upload.targetId, run);
      void run.run().finally(() => {
        this.#runs.delete(upload.targetId);
        if (run.kept) this.#wake();
        else this.#wakeAfter(pauseAfterFailure);
      });
    }
    const until = nextWake(uploads, now);
    if (until !== undefined) this.#wakeAfter(Math.min(longestPause, Date.parse(until) - Date.parse(now)));
  }

  #wakeAfter(milliseconds: number): void {
    this.#callOff();
    if (!this.#closed) this.#callOff = this.#parts.timers.after(milliseconds, () => this.#wake());
  }

  #runOf(uploadId: string): UploadRun | undefined {
    return [...this.#runs.values()].find((run) => run.upload.id === uploadId);
  }

  async #stop(run: UploadRun, why: Stop): Promise<void> {
    run.stop(why);
    await run.finished;
  }

  /** Takes an upload out of the queue, whatever it does at the moment. */
  async #hold(uploadId: string, why: Stop, state: 'paused' | 'cancelled'): Promise<Upload> {
    const upload = await this.#read(uploadId);
    if (['verifying', 'published', 'delivered'].includes(upload.state)) throw new AppError('not-allowed');
    const run = this.#runOf(uploadId);
    if (run) {
      await this.#stop(run, why);
      return run.upload;
    }
    return upload.state === state ? upload : await this.#save(upload, { state, nextTryAt: null });
  }

  /** The bytes on the portal are of no use any more. When it cannot be told, it throws them away by itself. */
  async #discard(upload: Upload): Promise<Upload> {
    const target = await this.#parts.target(upload.targetId);
    if (target?.kind !== 'portal') return upload;
    await this.#parts.client.discard({ ...target, publicKey: null }, upload.tusUrl).catch((thrown: unknown) => {
      this.#parts.log.warn('upload-not-discarded', { uploadId: upload.id, code: toCodedError(thrown).code });
    });
    return await this.#save(upload, { tusUrl: '', offset: 0 });
  }

  async #queueAgain(upload: Upload): Promise<Upload> {
    if (!['failed', 'waiting', 'paused', 'cancelled'].includes(upload.state)) return upload;
    const queued = await this.#save(upload, { state: 'queued', attempts: 0, nextTryAt: null, lastError: null });
    this.#wake();
    return queued;
  }

  /** People's acts and the queue's own choice of what comes next never see each other half done. */
  async #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const before = this.#turn;
    const done = (async () => {
      await before.catch(() => undefined);
      return await work();
    })();
    this.#turn = done;
    return await done;
  }

  async #read(uploadId: string): Promise<Upload> {
    const upload = this.#runOf(uploadId)?.upload ?? (await this.#parts.store.readUpload({ uploadId }));
    if (!upload) throw new AppError('not-found');
    return upload;
  }

  async #save(upload: Upload, change: Partial<Upload>): Promise<Upload> {
    const saved = { ...upload, ...change, updatedAt: this.#parts.clock.now() };
    await this.#parts.store.saveUpload({ upload: saved });
    this.#parts.events.emit('upload:changed', saved);
    return saved;
  }
}
