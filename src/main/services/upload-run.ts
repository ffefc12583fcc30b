import { AppError, toCodedError } from '#shared/errors.ts';
import type { Receipt } from '#shared/model/receipt.ts';
import type { Upload } from '#shared/model/upload.ts';
import type { PackageToSend, PortalTarget } from './ports/portal-client.ts';
import type { UploadServiceParts } from './upload-parts.ts';
import { mayPass, waitAfter } from './upload-rules.ts';

/** Events of one upload are at least so far apart, in milliseconds; changes of state are told at once. */
const progressInterval = 100;

/** Why a run was stopped from outside. */
export type Stop = 'cancel' | 'close';

/** One try at one upload: verify, send, wait for the receipt. Keeps its row up to date all the way. */
export class UploadRun {
  readonly #parts: UploadServiceParts;
  readonly #abort = new AbortController();
  #upload: Upload;
  #stop: Stop | null = null;
  #saving: Promise<void> = Promise.resolve();
  #toldAt = 0;
  #finish: () => void = () => undefined;
  /** Settles when the row tells how the run went. */
  readonly finished: Promise<void> = new Promise((resolve) => (this.#finish = resolve));

  constructor(parts: UploadServiceParts, upload: Upload) {
    this.#parts = parts;
    this.#upload = upload;
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
      const pack = await this.#readPackage();
      const target = await this.#readTarget();
      const receipt = await this.#parts.client.send(target, pack, {
        uploadUrl: this.#upload.tusUrl,
        signal: this.#abort.signal,
        listener: {
          onUploadUrl: (tusUrl) => this.#change({ tusUrl }),
          onOffset: (offset) => this.#progress(offset),
          onVerifying: () => this.#change({ state: 'verifying', offset: this.#upload.bytes }),
        },
      });
      await this.#publish(receipt, target);
    } catch (thrown) {
      this.#fail(thrown);
    }
    await this.#saving;
    this.#finish();
  }

  /** The package as our own reader finds it now: what it refuses is not sent. */
  async #readPackage(): Promise<PackageToSend> {
    const record = await this.#parts.store.readPackage({ packageId: this.#upload.packageId });
    if (!record) throw new AppError('not-found');
    const report = await this.#parts.verify(record);
    const refusal = report.refusals[0];
    if (refusal) throw new AppError(refusal.code, refusal.params);
    if (!report.valid || report.zipSha256 !== record.zipSha256) {
      throw new AppError('bag-hash-mismatch', { path: `${record.name}.zip` });
    }
    const { path, name, draftId, zipSha256, bytes } = record;
    return { path, name, draftId, zipSha256, bytes, files: report.files };
  }

  async #readTarget(): Promise<PortalTarget> {
    const portal = await this.#parts.portal();
    if (!portal) throw new AppError('portal-not-configured');
    return { ...portal, publicKey: await this.#parts.settings.readSetting({ key: pinnedKeySetting(portal.url) }) };
  }

  /** In this order, so that a kill in between repeats a step instead of losing one. */
  async #publish(receipt: Receipt, target: PortalTarget): Promise<void> {
    const { settings, clock, log } = this.#parts;
    if (target.publicKey === null) {
      await settings.writeSetting({ key: pinnedKeySetting(target.url), value: receipt.publicKey });
    }
    const published: Upload = { ...this.#upload, offset: this.#upload.bytes, receipt };
    await this.#parts.onPublished(published).catch((thrown: unknown) => {
      log.error('upload-not-marked', { uploadId: published.id, code: toCodedError(thrown).code });
    });
    await settings.appendAudit({
      at: clock.now(),
      personId: null,
      event: 'upload-published',
      facts: { uploadId: published.id, draftId: published.draftId, zipSha256: published.zipSha256 },
    });
    this.#change({ state: 'published', offset: published.bytes, receipt, lastError: null, tusUrl: '' });
    log.info('upload-published', { uploadId: published.id, bytes: published.bytes });
  }

  #fail(thrown: unknown): void {
    if (this.#stop === 'close') return this.#change({ state: 'queued' });
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
      this.#parts.events.emit('upload:changed', upload);
    } catch (thrown) {
      this.#parts.log.error('upload-not-saved', { uploadId: upload.id, code: toCodedError(thrown).code });
    }
  }
}

/** Where the key of a portal's receipts is kept. One for each origin: another portal has another key. */
export function pinnedKeySetting(portalUrl: string): string {
  return `portal-key:${new URL(portalUrl).origin}`;
}
