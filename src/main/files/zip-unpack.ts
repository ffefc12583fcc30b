import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '#shared/errors.ts';
import { writeError } from './file-errors.ts';
import type { CheckedEntry, CheckedZip } from './zip-structure.ts';

export interface UnpackedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sha512: string;
}

const chunkBytes = 256 * 1024;

/**
 * Unpacks a checked zip below `folder`, which must be fresh, and hashes each file on the way. Refuses
 * `archive-size-mismatch` as soon as an entry gives more than it said, less, or keeps packed bytes to itself.
 */
export async function unpackZip(zip: CheckedZip, folder: string): Promise<readonly UnpackedFile[]> {
  const files: UnpackedFile[] = [];
  for (const entry of zip.entries) files.push(await unpackEntry(zip, entry, join(folder, entry.path)));
  return files;
}

async function unpackEntry(zip: CheckedZip, entry: CheckedEntry, target: string): Promise<UnpackedFile> {
  const sha256 = createHash('sha256');
  const sha512 = createHash('sha512');
  let bytes = 0;
  let sum = 0;
  const file = await create(target);
  try {
    for await (const chunk of entry.deflated ? inflated(zip, entry) : packed(zip, entry)) {
      bytes += chunk.length;
      if (bytes > entry.bytes) throw mismatch(entry);
      sum = crc32(chunk, sum);
      sha256.update(chunk);
      sha512.update(chunk);
      await file.writeFile(chunk).catch((thrown: unknown) => {
        throw writeError(thrown);
      });
    }
  } finally {
    await file.close();
  }
  if (bytes !== entry.bytes || sum !== entry.crc32) throw mismatch(entry);
  return { path: entry.path, bytes, sha256: sha256.digest('hex'), sha512: sha512.digest('hex') };
}

async function create(target: string) {
  try {
    await mkdir(dirname(target), { recursive: true });
    return await open(target, 'wx', 0o600);
  } catch (thrown) {
    throw writeError(thrown);
  }
}

async function* packed(zip: CheckedZip, entry: CheckedEntry): AsyncGenerator<Buffer> {
  for (let done = 0; done < entry.packedBytes;) {
    const buffer = Buffer.allocUnsafe(Math.min(chunkBytes, entry.packedBytes - done));
    const { bytesRead } = await zip.file.read(buffer, 0, buffer.length, entry.offset + done);
    if (bytesRead === 0) throw mismatch(entry);
    yield buffer.subarray(0, bytesRead);
    done += bytesRead;
  }
}

async function* inflated(zip: CheckedZip, entry: CheckedEntry): AsyncGenerator<Buffer> {
  const source = Readable.from(packed(zip, entry));
  const inflate = createInflateRaw();
  source.on('error', (error) => inflate.destroy(error));
  source.pipe(inflate);
  try {
    for await (const chunk of inflate) yield chunk as Buffer;
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('archive-size-mismatch', { path: entry.path }, { cause });
  } finally {
    source.destroy();
    inflate.destroy();
  }
  // Bytes behind the end of the deflated data would be carried along unseen.
  if (inflate.bytesWritten !== entry.packedBytes) throw mismatch(entry);
}

function mismatch(entry: CheckedEntry): AppError {
  return new AppError('archive-size-mismatch', { path: entry.path });
}
