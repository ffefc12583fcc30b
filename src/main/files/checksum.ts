import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { readError } from './file-errors.ts';
import { withPiece } from './pieces.ts';

export type ChecksumAlgorithm = 'sha256' | 'sha512';

/** Lower-case hexadecimal digest of bytes, or of a text's UTF-8 bytes. */
export function checksum(algorithm: ChecksumAlgorithm, bytes: Uint8Array | string): string {
  return createHash(algorithm).update(bytes).digest('hex');
}

export interface FileDigests {
  readonly bytes: number;
  readonly sha256: string;
  readonly sha512: string;
  /** As a zip says it of its entries. */
  readonly crc32: number;
}

/** The same of bytes in memory. */
export function digestsOf(bytes: Uint8Array): FileDigests {
  const [sha256, sha512] = [checksum('sha256', bytes), checksum('sha512', bytes)];
  return { bytes: bytes.byteLength, sha256, sha512, crc32: crc32(bytes) };
}

/** SHA-256 and size of a file, read in chunks. Refuses `file-vanished` and `file-unreadable`. */
export async function fileChecksum(path: string): Promise<Pick<FileDigests, 'sha256' | 'bytes'>> {
  const sha256 = createHash('sha256');
  const bytes = await readThrough(path, (piece) => void sha256.update(piece));
  return { sha256: sha256.digest('hex'), bytes };
}

/** The same with both digests that a bag's manifests name. */
export async function fileDigests(path: string): Promise<FileDigests> {
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  let sum = 0;
  const bytes = await readThrough(path, (piece) => {
    sha256.update(piece);
    sha512.update(piece);
    sum = crc32(piece, sum);
  });
  return { bytes, sha256: sha256.digest('hex'), sha512: sha512.digest('hex'), crc32: sum };
}

async function readThrough(path: string, take: (piece: Uint8Array) => void): Promise<number> {
  try {
    const file = await open(path, 'r');
    try {
      return await withPiece(async (piece) => {
        for (let bytes = 0; ;) {
          const { bytesRead } = await file.read(piece, 0, piece.length);
          if (bytesRead === 0) return bytes;
          take(piece.subarray(0, bytesRead));
          bytes += bytesRead;
        }
      });
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw readError(thrown);
  }
}
