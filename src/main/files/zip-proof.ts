import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { AppError } from '#shared/errors.ts';
import { writeError } from './file-errors.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { withPiece } from './pieces.ts';
import type { CheckedEntry, CheckedZip } from './zip-structure.ts';

/** A file of a zip whose bytes are what its headers say. */
export interface ProvenFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sha512: string;
  /** Its first bytes, and its last two: enough to know a picture by. */
  readonly head: Buffer;
  readonly tail: Buffer;
}

const headBytes = 4096;

/** Of what is inflated. */
const streamBytes = 64 * 1024;
/** So many files at once: while one waits for the disk, others are hashed. */
const filesAtOnce = 4;

/**
 * Reads a checked zip to its end and hashes each file. Those that `unpacks` says go below `folder`, which must be fresh.
 * `giveWay` is waited for before each.
 * Refuses `archive-size-mismatch` as soon as an entry gives more than it said, less, or keeps packed bytes to itself.
 */
export async function proveZip(
  zip: CheckedZip,
  folder: string,
  unpacks: (path: string) => boolean,
  giveWay?: () => Promise<void>,
): Promise<readonly ProvenFile[]> {
  const folders = new Set(zip.entries.filter(({ path }) => unpacks(path)).map(({ path }) => dirname(path)));
  for (const path of folders) await orRefuse(mkdir(join(folder, path), { recursive: true }));
  return inParallel(zip.entries, filesAtOnce, async (entry) => {
    await giveWay?.();
    return withPiece(async (piece) =>
      unpacks(entry.path) ? unpackEntry(zip, entry, join(folder, entry.path), piece) : proveEntry(zip, entry, piece),
    );
  });
}

/** The bytes of an entry that was proven. Refuses as `proveZip`. */
export async function readZipEntry(zip: CheckedZip, entry: CheckedEntry): Promise<Buffer> {
  const bytes = Buffer.alloc(entry.bytes);
  return withPiece(async (piece) => {
    let at = 0;
    for await (const chunk of chunksOf(zip, entry, piece)) at += chunk.copy(bytes, at);
    return bytes;
  });
}

async function unpackEntry(zip: CheckedZip, entry: CheckedEntry, target: string, piece: Buffer): Promise<ProvenFile> {
  const file = await orRefuse(open(target, 'wx', 0o600));
  try {
    return await proveEntry(zip, entry, piece, async (chunk) => orRefuse(file.writeFile(chunk)));
  } finally {
    await file.close();
  }
}

async function proveEntry(
  zip: CheckedZip,
  entry: CheckedEntry,
  piece: Buffer,
  take?: (chunk: Buffer) => Promise<void>,
): Promise<ProvenFile> {
  const { path, bytes } = entry;
  const [sha256, sha512] = [createHash('sha256'), createHash('sha512')];
  let [head, tail] = [Buffer.alloc(0), Buffer.alloc(0)];
  for await (const chunk of chunksOf(zip, entry, piece)) {
    sha256.update(chunk);
    sha512.update(chunk);
    if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
    tail = Buffer.concat([tail, chunk.subarray(-2)]).subarray(-2);
    await take?.(chunk);
  }
  return { path, bytes, sha256: sha256.digest('hex'), sha512: sha512.digest('hex'), head, tail };
}

/** What an entry holds, which is what its headers say when this comes to its end. A chunk is good until the next is asked for. */
async function* chunksOf(zip: CheckedZip, entry: CheckedEntry, piece: Buffer): AsyncGenerator<Buffer> {
  let bytes = 0;
  let sum = 0;
  for await (const chunk of unpacked(zip, entry, piece)) {
    bytes += chunk.length;
    if (bytes > entry.bytes) throw mismatch(entry);
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (bytes !== entry.bytes || sum !== entry.crc32) throw mismatch(entry);
}

function unpacked(zip: CheckedZip, entry: CheckedEntry, piece: Buffer): AsyncGenerator<Buffer> {
  if (!entry.deflated) return packed(zip, entry, () => piece);
  const isSmall = entry.packedBytes <= piece.length && entry.bytes <= piece.length;
  return isSmall ? inflatedAtOnce(zip, entry, piece) : inflated(zip, entry);
}

async function* packed(zip: CheckedZip, entry: CheckedEntry, nextPiece: () => Buffer): AsyncGenerator<Buffer> {
  for (let done = 0; done < entry.packedBytes;) {
    const piece = nextPiece();
    const length = Math.min(piece.length, entry.packedBytes - done);
    const { bytesRead } = await zip.file.read(piece, 0, length, entry.offset + done);
    if (bytesRead === 0) throw mismatch(entry);
    yield piece.subarray(0, bytesRead);
    done += bytesRead;
  }
}

/** For what is small enough: a stream takes longer to be set up than this takes. */
async function* inflatedAtOnce(zip: CheckedZip, entry: CheckedEntry, piece: Buffer): AsyncGenerator<Buffer> {
  let done = 0;
  for await (const chunk of packed(zip, entry, () => piece.subarray(done))) done += chunk.length;
  let inflated: { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
  try {
    const options = { maxOutputLength: Math.max(1, entry.bytes), info: true };
    // The types do not know what `info` changes.
    inflated = inflateRawSync(piece.subarray(0, done), options) as unknown as typeof inflated;
  } catch (cause) {
    throw new AppError('archive-size-mismatch', { path: entry.path }, { cause });
  }
  if (inflated.engine.bytesWritten !== entry.packedBytes) throw mismatch(entry);
  yield inflated.buffer;
}

async function* inflated(zip: CheckedZip, entry: CheckedEntry): AsyncGenerator<Buffer> {
  // The stream holds several pieces at once.
  const source = Readable.from(packed(zip, entry, () => Buffer.allocUnsafe(Math.min(streamBytes, entry.packedBytes))));
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

async function orRefuse<Value>(work: Promise<Value>): Promise<Value> {
  return work.catch((thrown: unknown) => {
    throw writeError(thrown);
  });
}

function mismatch(entry: CheckedEntry): AppError {
  return new AppError('archive-size-mismatch', { path: entry.path });
}
