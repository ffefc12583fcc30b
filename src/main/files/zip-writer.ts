import { readFile, type FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

/** What goes into a zip: bytes by path, or where they lie, in any order. */
export type ZipContents = ReadonlyMap<string, Uint8Array | { readonly path: string }>;

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

/**
 * Writes a zip (APPNOTE 6.3.10) whose bytes depend on its contents alone: entries sorted by path, fixed times, pictures and
 * attachments stored and the rest deflated, no extra fields. One file at a time is in memory. Does not sync or close the file.
 * @throws whatever reading and writing throw, and the signal's reason when it is aborted
 */
export async function writeZip(file: FileHandle, contents: ZipContents, signal?: AbortSignal): Promise<void> {
  const paths = [...contents.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const entries: Entry[] = [];
  let offset = 0;
  for (const path of paths) {
    signal?.throwIfAborted();
    const content = contents.get(path) ?? new Uint8Array();
    const bytes = content instanceof Uint8Array ? content : await readFile(content.path);
    const packed = isStored(path) ? bytes : await deflate(bytes);
    const entry = {
      path: Buffer.from(path, 'utf8'),
      method: packed === bytes ? 0 : 8,
      crc: crc32(bytes),
      packedBytes: packed.byteLength,
      bytes: bytes.byteLength,
      offset,
    };
    const header = localHeader(entry);
    await file.writeFile(header);
    await file.writeFile(packed);
    offset += header.byteLength + packed.byteLength;
    entries.push(entry);
  }
  const directory = Buffer.concat(entries.map(centralHeader));
  await file.writeFile(directory);
  await file.writeFile(endRecord(entries.length, directory.byteLength, offset));
}

/** What local and central header say alike, from `version needed` to the length of the extra field. */
function sharedFields({ path, method, crc, packedBytes, bytes }: Entry): Buffer {
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

function localHeader(entry: Entry): Buffer {
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
