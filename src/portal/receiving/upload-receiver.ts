import type { IncomingMessage, ServerResponse } from 'node:http';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { z } from 'zod';
import type { Ids } from '#main/services/ports/ids.ts';
import { AppError, toCodedError } from '#shared/errors.ts';
import { sha256Schema } from '#shared/ids.ts';
import { packageNameSchema } from '#shared/model/package-name.ts';
import type { Publications } from '../store/publications.ts';
import type { Receptions } from '../store/receptions.ts';
import { apiAnswer } from './api-errors.ts';
import type { Senders } from './authenticate.ts';
import type { ReceptionDesk } from './reception-desk.ts';

export const uploadsPath = '/api/v1/uploads';

/** What an upload says of itself, as tus metadata. */
const uploadMetadataSchema = z.strictObject({
  filename: z.string().max(200),
  sha256: sha256Schema,
  packageName: packageNameSchema.max(60),
});

export interface UploadReceiverParts {
  readonly uploadsFolder: string;
  readonly uploadBytes: number;
  readonly uploadLifetime: number;
  readonly senders: Senders;
  readonly desk: ReceptionDesk;
  readonly receptions: Receptions;
  readonly publications: Publications;
  readonly ids: Ids;
}

/** Receives packages by tus 1.0 (core, creation, creation-with-upload, termination, expiration). */
export class UploadReceiver {
  readonly #store: FileStore;
  readonly #server: Server;
  readonly #parts: UploadReceiverParts;
  /** The upload that a request brought to its end. */
  readonly #finished = new WeakMap<object, string>();

  constructor(parts: UploadReceiverParts) {
    this.#parts = parts;
    this.#store = new FileStore({
      directory: parts.uploadsFolder,
      expirationPeriodInMilliseconds: parts.uploadLifetime,
    });
    this.#server = new Server({
      path: uploadsPath,
      datastore: this.#store,
      maxSize: parts.uploadBytes,
      // An absolute one would name the inner address behind a proxy.
      relativeLocation: true,
      // The exporter's id leads, so an upload can be told from another exporter's without looking it up.
      namingFunction: (request) => `${parts.senders.get(request.runtime?.node?.req).id}_${parts.ids.next()}`,
      onUploadCreate: async (_request, upload) => {
        const metadata = uploadMetadataSchema.safeParse(upload.metadata);
        if (!metadata.success || upload.size === undefined || upload.size === 0) throw new AppError('bad-request');
        const published = parts.publications.findByName(metadata.data.packageName);
        if (published && published.zipSha256 !== metadata.data.sha256) {
          throw new AppError('portal-conflict', { name: metadata.data.packageName });
        }
        return {};
      },
      onUploadFinish: async (request, upload) => {
        this.#hand(upload.id, upload.metadata);
        // The tus server still looks at the upload while it answers.
        const sender = request.runtime?.node?.req;
        if (sender) this.#finished.set(sender, upload.id);
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
      const id = this.#finished.get(request);
      if (id !== undefined) this.#parts.desk.release(id);
    }
  }

  /** Hands over uploads that were complete when the portal was killed, and clears what is settled. */
  async recover(): Promise<void> {
    for (const id of (await this.#store.configstore.list?.()) ?? []) {
      const upload = await this.#store.getUpload(id);
      const reception = this.#parts.receptions.findByUpload(id);
      if (reception) await this.#parts.desk.clear(id);
      else if (upload.offset === upload.size) {
        this.#hand(id, upload.metadata);
        this.#parts.desk.release(id);
      }
    }
  }

  /** Throws away uploads that nobody finished. Answers how many. */
  async clean(): Promise<number> {
    return await this.#store.deleteExpired();
  }

  #hand(id: string, metadata: Record<string, string | null> | undefined): void {
    const { sha256, packageName } = uploadMetadataSchema.parse(metadata);
    this.#parts.desk.receive({
      zipSha256: sha256,
      exporterId: id.slice(0, id.indexOf('_')),
      tusId: id,
      packageName,
    });
  }
}
