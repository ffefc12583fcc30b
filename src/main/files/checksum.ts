import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { readError } from './file-errors.ts';

export type ChecksumAlgorithm = 'sha256' | 'sha512';

/** Lower-case hexadecimal digest of bytes, or of a text's UTF-8 bytes. */
export function checksum(algorithm: ChecksumAlgorithm, bytes: Uint8Array | string): string {
  return createHash(algorithm).update(bytes).digest('hex');
}

const chunkBytes = 1024 * 1024;

/** SHA-256 and size of a file, read in chunks. Refuses `file-vanished` and `file-unreadable`. */
export async function fileChecksum(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  try {
    const file = await open(path, 'r');
    try {
      const hash = createHash('sha256');
      const buffer = Buffer.allocUnsafe(chunkBytes);
      let bytes = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, chunkBytes);
        if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes };
        hash.update(buffer.subarray(0, bytesRead));
        bytes += bytesRead;
      }
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw readError(thrown);
  }
}
