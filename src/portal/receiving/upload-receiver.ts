import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server } from '@tus/server';
import { z } from 'zod';
import type { Ids } from '#main/services/ports/ids.ts';
import { AppError, toCodedError } from '#shared/errors.ts';
import { sha256Schema } from '#shared/ids.ts';
import { packageNameSchema } from '#shared/model/package-name.ts';
import type { PortalIndex } from '../ports/portal-stores.ts';
import type { StoredUpload, Uploads } from '../ports/uploads.ts';
import { apiAnswer } from './api-errors.ts';
import type { Senders } from './authenticate.ts';
import type { ReceptionDesk } from './reception-desk.ts';

export const uploadsPath = '/api/v1/uploads';

/** A package lies on the disk as a zip and unpacked, which is hardly larger: its pictures are compressed already. */
const placesOfPackage = 2;
/** For the index and the log, in bytes. */
const spareRoom = 16 * 1024 * 1024;

/** What an upload says of itself, as tus metadata. */
const uploadMetadataSchema = z.strictObject({
  filename: z.string().max(200),
  sha256: sha256Schema,
  packageName: packageNameSchema.max(60),
});

export interface UploadReceiverParts {
  readonly uploads: Uploads;
  readonly uploadBytes: number;
  readonly senders: Senders;
  readonly desk: ReceptionDesk;
  readonly index: PortalIndex;
  readonly ids: Ids;
}

/** Receives packages by tus 1.0 (core, creation, creation-with-upload, termination, expiration). */
export class UploadReceiver {
  readonly #server: Server;
  readonly #parts: UploadReceiverParts;
  /** The claim on the upload that a request brought to its end. */
  readonly #finished = new WeakMap<object, string>();

  constructor(parts: UploadReceiverParts) {
    this.#parts = parts;
    this.#server = new Server({
      path: uploadsPath,
      datastore: parts.uploads.dataStore,
      maxSize: parts.uploadBytes,
      // An absolute one would name the inner address behind a proxy.
      relativeLocation: true,
      // The exporter's id leads, so an upload can be told from another exporter's without looking it up.
      namingFunction: (request) => `${parts.senders.get(request.runtime?.node?.req).id}_${parts.ids.next()}`,
      onUploadCreate: async (_request, upload) => {
        const metadata = uploadMetadataSchema.safeParse(upload.metadata);
        if (!metadata.success || upload.size === undefined || upload.size === 0) throw new AppError('bad-request');
        // Said before half of it is sent, not after.
        if ((await parts.uploads.room()) < upload.size * placesOfPackage + spareRoom) throw new AppError('disk-full');
        const published = await parts.index.publications.findByName(metadata.data.packageName);
        if (published && published.zipSha256 !== metadata.data.sha256) {
          throw new AppError('portal-conflict', { name: metadata.data.packageName });
        }
        return {};
      },
      onUploadFinish: async (request, upload) => {
        const claimId = await this.#hand(upload.id, upload.metadata);
        // The tus server still looks at the upload while it answers.
        const sender = request.runtime?.node?.req;
        if (sender) this.#finished.set(sender, claimId);
        return {};
      },
      onResponseError: (_request, thrown) => {
        // tus' own refusals (404, 409, 410, 423, …) keep their status; ours become coded answers.
        if (!(thrown instanceof AppError)) return undefined;
        const { status, body } = apiAnswer(toCodedError(thrown));
        return { status_code: status, body: JSON.stringify(body) };
      },
    });
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#server.handle(request, response);
    } finally {
      const claimId = this.#finished.get(request);
      if (claimId !== undefined) await this.#parts.desk.release(claimId);
    }
  }

  /** Hands over uploads that were complete when the portal was killed, and clears what is settled. */
  async recover(): Promise<void> {
    const { index, uploads, desk } = this.#parts;
    for (const { tusId, isComplete, metadata } of await uploads.list()) {
      if (await index.receptions.findByUpload(tusId)) await desk.clear(tusId);
      else if (isComplete) await desk.release(await this.#hand(tusId, metadata));
    }
  }

  /** Throws away uploads that nobody finished. Answers how many. */
  async clean(): Promise<number> {
    return await this.#parts.uploads.dataStore.deleteExpired();
  }

  async #hand(tusId: string, metadata: StoredUpload['metadata']): Promise<string> {
    const { sha256: zipSha256, packageName } = uploadMetadataSchema.parse(metadata);
    return this.#parts.desk.receive({ zipSha256, exporterId: tusId.slice(0, tusId.indexOf('_')), tusId, packageName });
  }
}
