import type { Ids } from '#main/services/ports/ids.ts';
import { isDiskFull } from '#main/files/file-errors.ts';
import type { Log } from '#main/services/ports/log.ts';
import { AppError, toCodedError } from '#shared/errors.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Arrival, Claim, Outcome } from '../ports/reception-store.ts';
import type { Uploads } from '../ports/uploads.ts';
import { publishPackage, type PublishingParts } from './publish-package.ts';

export interface DeskParts extends PublishingParts {
  readonly uploads: Uploads;
  readonly audit: AuditLog;
  readonly ids: Ids;
  readonly log: Log;
  /** Claims are held under this name. */
  readonly processName: string;
}

/** A claim lasts so long, in milliseconds, and is renewed while its package is in hand. */
const claimTime = 30_000;

/**
 * Takes finished uploads one after the other: claims, verifies, publishes or refuses, and clears the upload away. Desks of
 * other processes do the same on the same index; what one of them held when it was killed is taken up once its claim is over.
 */
export class ReceptionDesk {
  readonly #parts: DeskParts;
  #work: Promise<void> = Promise.resolve();
  #closing = false;
  readonly #looking: NodeJS.Timeout;

  constructor(parts: DeskParts) {
    this.#parts = parts;
    this.#looking = setInterval(() => this.wake(), claimTime / 2);
    this.#looking.unref();
  }

  /** Notes the upload durably. It is held, and lies untouched, until `release` is called with what is answered here. */
  async receive(arrival: Arrival): Promise<string> {
    const claim = this.#claim();
    await this.#parts.index.receptions.receive(arrival, this.#parts.clock.now(), claim);
    return claim.id;
  }

  /** The sender has the answer: somebody gets to the upload soon. */
  async release(claimId: string): Promise<void> {
    await this.#parts.index.receptions.release(claimId);
    this.wake();
  }

  /** Takes up what this process was killed with. */
  async resume(): Promise<void> {
    await this.#parts.index.receptions.releaseAll(this.#parts.processName);
    this.wake();
  }

  /** Takes whatever waits and nobody holds. */
  wake(): void {
    this.#work = this.#work
      .then(() => this.#takeAll())
      .catch((thrown: unknown) => this.#parts.log.error('portal-desk-failed', { reason: reasonOf(thrown) }));
  }

  /** Finishes the package in hand; the rest waits for the next start, or for another process. */
  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#looking);
    await this.#work;
  }

  /** Puts the zip of a published package into the archive and removes what else is left of the upload. */
  async clear(tusId: string): Promise<void> {
    const { index, files, uploads } = this.#parts;
    const reception = await index.receptions.findByUpload(tusId);
    if (reception?.state === 'received') return;
    if (reception?.state === 'published' && (await index.publications.findByZip(reception.zipSha256))) {
      await files.archive(reception.zipSha256, await uploads.fileOf(tusId)).catch((thrown: unknown) => {
        if (!isMissing(thrown)) throw thrown;
      });
    }
    await uploads.remove(tusId);
  }

  async #takeAll(): Promise<void> {
    while (!this.#closing) {
      const claim = this.#claim();
      const arrival = await this.#parts.index.receptions.claimNext(claim, this.#parts.clock.now());
      if (!arrival) return;
      await this.#take(arrival, claim.id);
    }
  }

  async #take(arrival: Arrival, claimId: string): Promise<void> {
    const { index, audit, log } = this.#parts;
    const renewing = setInterval(() => {
      index.receptions.renew(claimId, this.#claim().until).catch(() => log.warn('portal-claim-not-renewed'));
    }, claimTime / 3);
    const outcome = await this.#judge(arrival).finally(() => clearInterval(renewing));
    const { exporterId, packageName, zipSha256, tusId } = arrival;
    const facts = { packageName, zipSha256, ...(outcome.error ? { code: outcome.error.code } : {}) };
    const entry = audit.entry(exporterId, `package.${outcome.event}`, facts);
    const isSettled = await index.receptions.settle(claimId, outcome, entry);
    // Whoever took it over meanwhile says what became of it, and clears up; the same zip may have come in another upload.
    if (!isSettled && (await index.receptions.findByUpload(tusId))) return;
    await this.clear(tusId).catch(() => log.warn('portal-upload-not-cleared', { zipSha256, exporterId }));
  }

  async #judge(arrival: Arrival): Promise<Outcome & { readonly event: 'published' | 'repeated' | 'refused' }> {
    const { index, uploads, log } = this.#parts;
    const { exporterId, zipSha256, tusId } = arrival;
    const facts = { zipSha256, exporterId };
    try {
      const zipPath = await uploads.fileOf(tusId);
      const publicKeys = await index.exporters.keysOf(exporterId);
      const event = await publishPackage(this.#parts, { ...arrival, zipPath, publicKeys });
      log.info(`portal-${event}`, facts);
      return { state: 'published', error: null, event };
    } catch (thrown) {
      const error = isDiskFull(thrown) ? { code: 'disk-full' as const, params: {} } : toCodedError(thrown);
      if (thrown instanceof AppError) log.warn('portal-refused', { ...facts, code: error.code });
      else log.error('portal-failed', { ...facts, reason: reasonOf(thrown) });
      return { state: 'refused', error, event: 'refused' };
    }
  }

  #claim(): Claim {
    const { ids, clock, processName } = this.#parts;
    const until = new Date(Date.parse(clock.now()) + claimTime).toISOString();
    return { id: ids.next(), holder: processName, until };
  }
}

function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}

/** A word for the log that names no path and no text of an article. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.name;
}
