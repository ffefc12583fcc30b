import { open, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import { AppError } from '#shared/errors.ts';
import { inParallel } from '#shared/in-parallel.ts';
import { withPiece } from './pieces.ts';

/** Bytes that lie on the disk. */
interface StoredContent {
  readonly path: string;
  readonly bytes: number;
  readonly crc32: number;
}

/** What goes into a zip by its path there, in any order. */
export type ZipContents = ReadonlyMap<string, Uint8Array | StoredContent>;

/** So many entries at once: while one waits for the disk, another is summed up. */
const entriesAtOnce = 4;

const deflate = promisify(deflateRaw);

/** 2000-01-01 12:00:00 as DOS writes it: a zip's times have no zone, so these bytes are the same everywhere. */
const fixedTime = { time: 12 << 11, date: (20 << 9) | (1 << 5) | 1 };
/** UTF-8 names; no data descriptors, which would hide an entry's size from its local header. */
const flags = 0x0800;
const neededVersion = 20;
/** Unix, for the mode bits. */
const madeBy = (3 << 8) | 63;
const fileMode = 0o100644;

/** Deflating what is packed already gains nothing, costs much, and of a bomb it would make what our reader refuses. */
function isStored(path: string): boolean {
  return /\.(jpe?g|png|webp|zip)$|\/attachments\//i.test(path);
}

interface Entry {
  readonly path: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly offset: number;
}

/** An entry that is ready to be written, but for its place. */
interface Packed extends Omit<Entry, 'offset'> {
  /** What stands behind its header, or where that lies. */
  readonly content: Uint8Array | string;
}

/**
 * Writes a zip (APPNOTE 6.3.10) whose bytes depend on its contents alone: entries sorted by path, fixed times, pictures,
 * attachments and what lies on the disk stored and the rest deflated, no extra fields. Where each entry goes is known before
 * the first is written, so several are written at once; of what lies on the disk a piece of each is in memory. Does not sync
 * or close the file.
 * @param options.giveWay is waited for before each entry
 * @throws whatever reading and writing throw, and the signal's reason when it is aborted
 */
export async function writeZip(
  file: FileHandle,
  contents: ZipContents,
  { signal, giveWay }: { readonly signal?: AbortSignal; readonly giveWay?: () => Promise<void> } = {},
): Promise<void> {
  const sorted = [...contents].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const packed = await inParallel(sorted, entriesAtOnce, async ([path, content]) => pack(path, content));
  const entries: (Packed & Entry)[] = [];
  let offset = 0;
  for (const entry of packed) {
    entries.push({ ...entry, offset });
    offset += localHeader(entry).byteLength + entry.packedBytes;
  }
  await inParallel(entries, entriesAtOnce, async (entry) => {
    await giveWay?.();
    signal?.throwIfAborted();
    await writeEntry(file, entry);
  });
  const directory = Buffer.concat(entries.map(centralHeader));
  await writeAt(file, Buffer.concat([directory, endRecord(entries.length, directory.byteLength, offset)]), offset);
}

async function pack(name: string, content: Uint8Array | StoredContent): Promise<Packed> {
  const path = Buffer.from(name, 'utf8');
  if (!(content instanceof Uint8Array)) {
    const { bytes, crc32: crc } = content;
    return { path, method: 0, crc, packedBytes: bytes, bytes, content: content.path };
  }
  const { byteLength: bytes } = content;
  const packed = isStored(name) ? content : await deflate(content);
  const method = packed === content ? 0 : 8;
  return { path, method, crc: crc32(content), packedBytes: packed.byteLength, bytes, content: packed };
}

async function writeEntry(file: FileHandle, entry: Packed & Entry): Promise<void> {
  const header = localHeader(entry);
  if (typeof entry.content !== 'string') {
    await writeAt(file, Buffer.concat([header, entry.content]), entry.offset);
    return;
  }
  const from = await open(entry.content, 'r');
  try {
    await withPiece(async (piece) => {
      let filled = header.copy(piece);
      let done = 0;
      do {
        const { bytesRead } = await from.read(piece, filled, Math.min(piece.length - filled, entry.bytes - done), done);
        // A file that became shorter: whoever reads the zip back would find it too, but here it would never end.
        if (bytesRead === 0 && done < entry.bytes) throw new AppError('file-vanished');
        await writeAt(
          file,
          piece.subarray(0, filled + bytesRead),
          entry.offset + (done === 0 ? 0 : header.length + done),
        );
        done += bytesRead;
        filled = 0;
      } while (done < entry.bytes);
    });
  } finally {
    await from.close();
  }
}

/** A write may take a part only. */
async function writeAt(file: FileHandle, bytes: Uint8Array, offset: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, offset + done);
    done += bytesWritten;
  }
}

/** What local and central header say alike, from `version needed` to the length of the extra field. */
function sharedFields({ path, method, crc, packedBytes, bytes }: Omit<Entry, 'offset'>): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(neededVersion, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(fixedTime.time, 6);
  fields.writeUInt16LE(fixedTime.date, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packedBytes, 14);
  fields.writeUInt32LE(bytes, 18);
  fields.writeUInt16LE(path.byteLength, 22);
  return fields;
}

function localHeader(entry: Omit<Entry, 'offset'>): Buffer {
  return Buffer.concat([Buffer.from('PK\u0003\u0004'), sharedFields(entry), entry.path]);
}

function centralHeader(entry: Entry): Buffer {
  const begin = Buffer.from('PK\u0001\u0002\0\0');
  begin.writeUInt16LE(madeBy, 4);
  // Comment, disk and internal attributes stay empty.
  const end = Buffer.alloc(14);
  end.writeUInt32LE(fileMode * 0x10000, 6);
  end.writeUInt32LE(entry.offset, 10);
  return Buffer.concat([begin, sharedFields(entry), end, entry.path]);
}

function endRecord(entries: number, bytes: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write('PK\u0005\u0006', 0, 'latin1');
  record.writeUInt16LE(entries, 8);
  record.writeUInt16LE(entries, 10);
  record.writeUInt32LE(bytes, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}
