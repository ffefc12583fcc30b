import { AppError, toCodedError } from '#shared/errors.ts';
import type { Upload } from '#shared/model/upload.ts';
import type { UploadServiceParts } from './upload-parts.ts';
import { nextUpload, nextWake } from './upload-rules.ts';
import { UploadRun, type Stop } from './upload-run.ts';

/** The queue of packages to send: one at a time, each until it is published or a person is needed. */
export interface UploadService {
  /** Takes up what a closed or killed app left, and begins. */
  start(): Promise<void>;
  /** Queues a package; one that is queued already is answered as it is. Refuses `not-found`, `portal-not-configured`. */
  enqueue(packageId: string): Promise<Upload>;
  /** The newest first. */
  list(): Promise<readonly Upload[]>;
  /** Begins again at once with what failed, waits or was cancelled; resumes where the portal has the bytes. */
  retry(uploadId: string): Promise<Upload>;
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

class UploadQueue implements UploadService {
  readonly #parts: UploadServiceParts;
  #active: UploadRun | null = null;
  #working: Promise<void> | null = null;
  /** Something was queued while the queue was about to stop working. */
  #again = false;
  #closed = false;
  #callOff: () => void = () => undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: UploadServiceParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    for (const upload of await this.#parts.store.listUploads()) {
      if (upload.state === 'sending' || upload.state === 'verifying') await this.#save(upload, { state: 'queued' });
    }
    this.#wake();
  }

  async enqueue(packageId: string): Promise<Upload> {
    const { store, clock, ids } = this.#parts;
    await this.#parts.authorize();
    const record = await store.readPackage({ packageId });
    if (!record) throw new AppError('not-found');
    if (!(await this.#parts.portal())) throw new AppError('portal-not-configured');
    return await this.#inTurn(async () => {
      const known = await store.findUploadOfPackage({ packageId });
      if (known) return await this.#queueAgain(known);
      const now = clock.now();
      const upload: Upload = {
        id: ids.next(),
        packageId,
        draftId: record.draftId,
        packageName: record.name,
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
    const active = this.#active?.upload;
    const uploads = await this.#parts.store.listUploads();
    return uploads.map((upload) => (upload.id === active?.id ? active : upload));
  }

  async retry(uploadId: string): Promise<Upload> {
    await this.#parts.authorize();
    return await this.#inTurn(async () => this.#queueAgain(await this.#read(uploadId)));
  }

  async cancel(uploadId: string): Promise<Upload> {
    await this.#parts.authorize();
    return await this.#inTurn(async () => {
      const upload = await this.#read(uploadId);
      if (upload.state === 'verifying' || upload.state === 'published') throw new AppError('not-allowed');
      if (this.#active?.upload.id === uploadId) await this.#stop('cancel');
      else if (upload.state !== 'cancelled') await this.#save(upload, { state: 'cancelled', nextTryAt: null });
      const stopped = await this.#read(uploadId);
      return stopped.state === 'cancelled' && stopped.tusUrl !== '' ? await this.#discard(stopped) : stopped;
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#callOff();
    await this.#stop('close');
    await this.#working;
  }

  /** Works through the queue unless that is going on already. */
  #wake(): void {
    this.#again = true;
    if (this.#closed) return;
    this.#working ??= this.#workAll()
      .catch((thrown: unknown) => {
        this.#parts.log.error('upload-queue-failed', { code: toCodedError(thrown).code });
        this.#callOff = this.#parts.timers.after(pauseAfterFailure, () => this.#wake());
      })
      .finally(() => {
        this.#working = null;
        if (this.#again && !this.#closed) this.#wake();
      });
  }

  async #workAll(): Promise<void> {
    this.#again = false;
    this.#callOff();
    for (;;) {
      const run = await this.#inTurn(async () => this.#takeNext());
      if (!run) return;
      await run.run();
      this.#active = null;
    }
  }

  async #takeNext(): Promise<UploadRun | null> {
    if (this.#closed) return null;
    const uploads = await this.#parts.store.listUploads();
    const upload = nextUpload(uploads, this.#parts.clock.now());
    if (upload) this.#active = new UploadRun(this.#parts, upload);
    else this.#sleep(nextWake(uploads));
    return this.#active;
  }

  #sleep(until: string | undefined): void {
    if (until === undefined) return;
    const milliseconds = Math.max(0, Date.parse(until) - Date.parse(this.#parts.clock.now()));
    this.#callOff = this.#parts.timers.after(milliseconds, () => this.#wake());
  }

  async #stop(why: Stop): Promise<void> {
    const run = this.#active;
    if (!run) return;
    run.stop(why);
    await run.finished;
  }

  /** The bytes on the portal are of no use any more. When it cannot be told, it throws them away by itself. */
  async #discard(upload: Upload): Promise<Upload> {
    const portal = await this.#parts.portal();
    if (!portal) return upload;
    await this.#parts.client.discard({ ...portal, publicKey: null }, upload.tusUrl).catch((thrown: unknown) => {
      this.#parts.log.warn('upload-not-discarded', { uploadId: upload.id, code: toCodedError(thrown).code });
    });
    return await this.#save(upload, { tusUrl: '', offset: 0 });
  }

  async #queueAgain(upload: Upload): Promise<Upload> {
    if (!['failed', 'waiting', 'cancelled'].includes(upload.state)) return upload;
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
    const active = this.#active?.upload;
    const upload = active?.id === uploadId ? active : await this.#parts.store.readUpload({ uploadId });
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
