import { AppError, toCodedError } from '#shared/errors.ts';
import type { PackageRecord } from '#shared/model/package-record.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import type { Upload } from '#shared/model/upload.ts';
import type { PackageToSend, PortalTarget, SendOptions } from './ports/portal-client.ts';
import type { UploadServiceParts } from './upload-parts.ts';
import { mayPass, waitAfter } from './upload-rules.ts';

/** Events of one upload are at least so far apart, in milliseconds; changes of state are told at once. */
const progressInterval = 100;

/** Why a run was stopped from outside. */
export type Stop = 'cancel' | 'pause' | 'close' | 'renew';

/** One try at one upload: verify, send, wait for the receipt. Keeps its row up to date all the way. */
export class UploadRun {
  readonly #parts: UploadServiceParts;
  readonly #abort = new AbortController();
  #upload: Upload;
  #stop: Stop | null = null;
  #isOnTheLine = false;
  #saving: Promise<void> = Promise.resolve();
  #kept = true;
  #toldAt = 0;
  #finish: () => void = () => undefined;
  /** Settles when the row tells how the run went. */
  readonly finished: Promise<void> = new Promise((resolve) => (this.#finish = resolve));

  constructor(parts: UploadServiceParts, upload: Upload) {
    this.#parts = parts;
    this.#upload = upload;
  }

  /** Whether the store took the newest row; while it does not, trying again at once would change nothing. */
  get kept(): boolean {
    return this.#kept;
  }

  /** Whether it is talking to a portal at the moment. */
  get isOnTheLine(): boolean {
    return this.#isOnTheLine;
  }

  get upload(): Upload {
    return this.#upload;
  }

  stop(why: Stop): void {
    this.#stop ??= why;
    this.#abort.abort();
  }

  /** Never rejects for what a portal or package does: the row tells how it went. */
  async run(): Promise<void> {
    this.#change({ state: 'sending', attempts: this.#upload.attempts + 1, nextTryAt: null });
    try {
      const record = await this.#parts.store.readPackage({ packageId: this.#upload.packageId });
      if (!record) throw new AppError('not-found');
      // Nothing leaves without the sign-off, whatever was true when the package was built or queued.
      await this.#parts.assertSignedOff(record);
      const pack = await this.#readPackage(record);
      const target = await this.#parts.target(this.#upload.targetId);
      if (!target) throw new AppError('portal-not-configured');
      const options = this.#sending();
      if (target.kind === 'folder') {
        await this.#parts.folders.deliver(target.path, pack, options);
        await this.#deliver();
      } else {
        const publicKey = await this.#parts.settings.readSetting({ key: pinnedKeySetting(target.url) });
        const portal: PortalTarget = { ...target, publicKey };
        this.#isOnTheLine = true;
        const receipt = await this.#parts.client.send(portal, pack, options).finally(() => (this.#isOnTheLine = false));
        await this.#publish(receipt, portal);
      }
    } catch (thrown) {
      this.#fail(thrown);
    }
    await this.#saving;
    this.#finish();
  }

  #sending(): SendOptions {
    return {
      uploadUrl: this.#upload.tusUrl,
      bytesPerSecond: this.#parts.bytesPerSecond,
      signal: this.#abort.signal,
      listener: {
        onUploadUrl: (tusUrl) => this.#change({ tusUrl }),
        onOffset: (offset) => this.#progress(offset),
        onVerifying: () => this.#change({ state: 'verifying', offset: this.#upload.bytes }),
      },
    };
  }

  /** The package as our own reader finds it now: what it refuses is not sent. */
  async #readPackage(record: PackageRecord): Promise<PackageToSend> {
    const report = await this.#parts.verify(record);
    const refusal = report.refusals[0];
    if (refusal) throw new AppError(refusal.code, refusal.params);
    if (!report.valid || report.zipSha256 !== record.zipSha256) {
      throw new AppError('bag-hash-mismatch', { path: `${record.name}.zip` });
    }
    const { path, name, draftId, zipSha256, bytes } = record;
    return { path, name, draftId, zipSha256, bytes, files: report.files };
  }

  /** The package lies in the folder, read back and equal. Nobody has published it yet. */
  async #deliver(): Promise<void> {
    await this.#note('upload-delivered');
    this.#change({ state: 'delivered', offset: this.#upload.bytes, lastError: null });
  }

  /** In this order, so that a kill in between repeats a step instead of losing one. */
  async #publish(receipt: Receipt, target: PortalTarget): Promise<void> {
    const { settings, log } = this.#parts;
    if (target.publicKey === null) {
      await settings.writeSetting({ key: pinnedKeySetting(target.url), value: receipt.publicKey });
    }
    const published: Upload = { ...this.#upload, offset: this.#upload.bytes, receipt };
    await this.#parts.onPublished(published).catch((thrown: unknown) => {
      log.error('upload-not-marked', { uploadId: published.id, code: toCodedError(thrown).code });
    });
    await this.#note('upload-published');
    this.#change({ state: 'published', offset: published.bytes, receipt, lastError: null, tusUrl: '' });
  }

  async #note(event: 'upload-published' | 'upload-delivered'): Promise<void> {
    const { settings, clock, log } = this.#parts;
    const { id: uploadId, draftId, targetId, zipSha256, bytes } = this.#upload;
    await settings.appendAudit({
      at: clock.now(),
      personId: null,
      event,
      facts: { uploadId, draftId, targetId, zipSha256 },
    });
    log.info(event, { uploadId, bytes });
  }

  #fail(thrown: unknown): void {
    if (this.#stop === 'close') return this.#change({ state: 'queued' });
    if (this.#stop === 'renew') return this.#change({ state: 'queued', attempts: 0, lastError: null });
    if (this.#stop === 'pause') return this.#change({ state: 'paused', lastError: null });
    if (this.#stop === 'cancel') return this.#change({ state: 'cancelled', lastError: null });
    const error = toCodedError(thrown);
    const { id, attempts } = this.#upload;
    this.#parts.log.warn('upload-failed', { uploadId: id, code: error.code, attempts });
    if (!mayPass(error)) return this.#change({ state: 'failed', lastError: error });
    const nextTryAt = new Date(Date.parse(this.#parts.clock.now()) + waitAfter(error, attempts)).toISOString();
    this.#change({ state: 'waiting', lastError: error, nextTryAt });
  }

  #progress(offset: number): void {
    const now = Date.parse(this.#parts.clock.now());
    if (now - this.#toldAt < progressInterval) {
      this.#upload = { ...this.#upload, offset };
    } else {
      this.#change({ offset });
    }
  }

  #change(change: Partial<Upload>): void {
    const now = this.#parts.clock.now();
    this.#toldAt = Date.parse(now);
    const upload = { ...this.#upload, ...change, updatedAt: now };
    this.#upload = upload;
    this.#saving = this.#save(upload, this.#saving);
  }

  /** Rows are written one after the other, in the order of their changes. */
  async #save(upload: Upload, before: Promise<void>): Promise<void> {
    await before;
    try {
      await this.#parts.store.saveUpload({ upload });
      this.#kept = true;
      this.#parts.events.emit('upload:changed', upload);
    } catch (thrown) {
      this.#kept = false;
      this.#parts.log.error('upload-not-saved', { uploadId: upload.id, code: toCodedError(thrown).code });
    }
  }
}

/** Where the key of a portal's receipts is kept. One for each origin: another portal has another key. */
export function pinnedKeySetting(portalUrl: string): string {
  return `portal-key:${new URL(portalUrl).origin}`;
}
