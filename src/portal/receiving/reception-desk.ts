import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '#main/services/ports/log.ts';
import { AppError, toCodedError } from '#shared/errors.ts';
import { moveFileIntoPlace } from '../store/durable-files.ts';
import type { AuditLog } from '../store/audit-log.ts';
import type { Exporters } from '../store/exporters.ts';
import type { Reception, Receptions } from '../store/receptions.ts';
import { publishPackage, type PublishingParts } from './publish-package.ts';

export interface DeskParts extends PublishingParts {
  readonly receptions: Receptions;
  readonly exporters: Exporters;
  readonly audit: AuditLog;
  readonly log: Log;
}

/** Takes finished uploads one after the other: verifies, publishes or refuses, and clears the upload away. */
export class ReceptionDesk {
  readonly #parts: DeskParts;
  #work: Promise<void> = Promise.resolve();
  #closing = false;
  /** Uploads whose last request is still being answered: not to be touched before. */
  readonly #held = new Set<string>();

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  /** Notes the upload durably, and lets it lie until `release`. */
  receive(arrival: Omit<Reception, 'state' | 'error'>): void {
    this.#held.add(arrival.tusId);
    this.#parts.receptions.receive(arrival, this.#parts.clock.now());
  }

  /** The sender has the answer: gets to the upload soon. */
  release(tusId: string): void {
    this.#held.delete(tusId);
    this.wake();
  }

  /** Goes on with whatever is noted; after a start that is what a killed portal left. */
  wake(): void {
    this.#work = this.#work
      .then(() => this.#takeAll())
      .catch((thrown: unknown) => this.#parts.log.error('portal-desk-failed', { reason: reasonOf(thrown) }));
  }

  /** Finishes the package in hand; the rest waits for the next start. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#work;
  }

  async #takeAll(): Promise<void> {
    for (const reception of this.#parts.receptions.listReceived()) {
      if (this.#closing) return;
      if (!this.#held.has(reception.tusId)) await this.#take(reception);
    }
  }

  async #take(reception: Reception): Promise<void> {
    const { folder, receptions, exporters, audit, log } = this.#parts;
    const zipPath = join(folder.uploads, reception.tusId);
    const facts = { zipSha256: reception.zipSha256, exporterId: reception.exporterId };
    try {
      await publishPackage(this.#parts, {
        zipPath,
        zipSha256: reception.zipSha256,
        packageName: reception.packageName,
        exporterId: reception.exporterId,
        publicKeys: exporters.keysOf(reception.exporterId),
      });
      receptions.settle(reception, 'published', null);
      audit.append(reception.exporterId, 'package.published', { zipSha256: reception.zipSha256 });
      log.info('portal-published', facts);
    } catch (thrown) {
      const error = toCodedError(thrown);
      receptions.settle(reception, 'refused', error);
      audit.append(reception.exporterId, 'package.refused', { zipSha256: reception.zipSha256, code: error.code });
      if (thrown instanceof AppError) log.warn('portal-refused', { ...facts, code: error.code });
      else log.error('portal-failed', { ...facts, reason: reasonOf(thrown) });
    }
    await this.clear(reception.tusId).catch(() => log.warn('portal-upload-not-cleared', facts));
  }

  /** Puts the zip of a published package into the archive and removes what else is left of the upload. */
  async clear(tusId: string): Promise<void> {
    const { folder, receptions, publications } = this.#parts;
    const zipPath = join(folder.uploads, tusId);
    const reception = receptions.findByUpload(tusId);
    if (reception?.state === 'received') return;
    if (reception?.state === 'published' && publications.findByZip(reception.zipSha256)) {
      await moveFileIntoPlace(zipPath, join(folder.archive, `${reception.zipSha256}.zip`)).catch((thrown: unknown) => {
        if (!isMissing(thrown)) throw thrown;
      });
    }
    await rm(zipPath, { force: true });
    await rm(`${zipPath}.json`, { force: true });
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
