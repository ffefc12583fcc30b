import { rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { FileStore } from '@tus/file-store';
import type { StoredUpload, Uploads } from '../../ports/uploads.ts';

/** Uploads as tus' file store keeps them: the bytes under the upload's id, what is known of it beside them. */
export class DiskUploads implements Uploads {
  readonly dataStore: FileStore;
  readonly #folder: string;

  /** @param lifetime after which an unfinished upload may be thrown away, in milliseconds */
  constructor(folder: string, lifetime: number) {
    this.#folder = folder;
    this.dataStore = new FileStore({ directory: folder, expirationPeriodInMilliseconds: lifetime });
  }

  async room(): Promise<number> {
    const { bavail, bsize } = await statfs(this.#folder);
    return bavail * bsize;
  }

  async fileOf(tusId: string): Promise<string> {
    return join(this.#folder, tusId);
  }

  async list(): Promise<readonly StoredUpload[]> {
    const found: StoredUpload[] = [];
    for (const tusId of (await this.dataStore.configstore.list?.()) ?? []) {
      const { offset, size, metadata } = await this.dataStore.getUpload(tusId);
      found.push({ tusId, isComplete: offset === size, metadata });
    }
    return found;
  }

  async remove(tusId: string): Promise<void> {
    await rm(join(this.#folder, tusId), { force: true });
    await rm(join(this.#folder, `${tusId}.json`), { force: true });
  }
}
