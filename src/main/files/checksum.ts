import { createHash, type Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { readError } from './file-errors.ts';

export type ChecksumAlgorithm = 'sha256' | 'sha512';

/** Lower-case hexadecimal digest of bytes, or of a text's UTF-8 bytes. */
export function checksum(algorithm: ChecksumAlgorithm, bytes: Uint8Array | string): string {
  return createHash(algorithm).update(bytes).digest('hex');
}

const chunkBytes = 1024 * 1024;

export interface FileDigests {
  readonly bytes: number;
  readonly sha256: string;
  readonly sha512: string;
}

/** SHA-256 and size of a file, read in chunks. Refuses `file-vanished` and `file-unreadable`. */
export async function fileChecksum(path: string): Promise<Pick<FileDigests, 'sha256' | 'bytes'>> {
  const sha256 = createHash('sha256');
  const bytes = await readThrough(path, [sha256]);
  return { sha256: sha256.digest('hex'), bytes };
}

/** The same with both digests that a bag's manifests name. */
export async function fileDigests(path: string): Promise<FileDigests> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  const bytes = await readThrough(path, [sha256, sha512]);
  return { bytes, sha256: sha256.digest('hex'), sha512: sha512.digest('hex') };
}

async function readThrough(path: string, hashes: readonly Hash[]): Promise<number> {
  try {
    const file = await open(path, 'r');
    try {
      const buffer = Buffer.allocUnsafe(chunkBytes);
      let bytes = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, chunkBytes);
        if (bytesRead === 0) return bytes;
        for (const hash of hashes) hash.update(buffer.subarray(0, bytesRead));
        bytes += bytesRead;
      }
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw readError(thrown);
  }
}
