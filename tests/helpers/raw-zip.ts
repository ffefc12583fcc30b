import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a hand-made zip; whatever is left out is as an honest writer would put it. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly bytes?: Buffer;
  readonly deflate?: boolean;
  /** What the headers say in the place of the truth; `local` for the local header alone. */
  readonly central?: Partial<RawHeader>;
  readonly local?: Partial<RawHeader>;
  /** Bytes put before this entry's local header. */
  readonly gap?: Buffer;
  /** Bytes behind the packed data that the packed size counts. */
  readonly tail?: Buffer;
  /** Reuses the place of an earlier entry instead of writing data of its own. */
  readonly sharesPlaceOf?: number;
}

export interface RawHeader {
  flags: number;
  method: number;
  time: number;
  date: number;
  crc: number;
  packed: number;
  unpacked: number;
  name: Buffer;
  extra: Buffer;
  comment: Buffer;
  attributes: number;
  offset: number;
}

export interface RawZip {
  readonly entries: readonly RawEntry[];
  readonly leading?: Buffer;
  /** Between the last entry and the directory. */
  readonly middle?: Buffer;
  readonly trailing?: Buffer;
  readonly comment?: Buffer;
  readonly count?: number;
}

/** Lays out a zip byte by byte, honest or not (APPNOTE 6.3.10, 4.3). */
export function rawZip(zip: RawZip): Buffer {
  const parts: Buffer[] = [zip.leading ?? Buffer.alloc(0)];
  const central: Buffer[] = [];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  const put = (bytes: Buffer): void => {
    parts.push(bytes);
    at += bytes.length;
  };
  for (const entry of zip.entries) {
    const bytes = entry.bytes ?? Buffer.alloc(0);
    const data = Buffer.concat([entry.deflate ? deflateRawSync(bytes) : bytes, entry.tail ?? Buffer.alloc(0)]);
    if (entry.gap) put(entry.gap);
    const offset = entry.sharesPlaceOf === undefined ? at : (offsets[entry.sharesPlaceOf] ?? 0);
    offsets.push(offset);
    const honest: RawHeader = {
      flags: 0x800,
      method: entry.deflate ? 8 : 0,
      time: 0x6000,
      date: 0x2821,
      crc: crc32(bytes),
      packed: data.length,
      unpacked: bytes.length,
      name: Buffer.from(entry.name),
      extra: Buffer.alloc(0),
      comment: Buffer.alloc(0),
      attributes: 0o100644 * 0x10000,
      offset,
    };
    if (entry.sharesPlaceOf === undefined) {
      put(localHeader({ ...honest, ...entry.central, comment: Buffer.alloc(0), ...entry.local }));
      put(data);
    }
    central.push(centralHeader({ ...honest, ...entry.central }));
  }
  if (zip.middle) put(zip.middle);
  const directory = Buffer.concat(central);
  const comment = zip.comment ?? Buffer.alloc(0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(zip.count ?? zip.entries.length, 8);
  end.writeUInt16LE(zip.count ?? zip.entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, directory, end, comment, zip.trailing ?? Buffer.alloc(0)]);
}

function localHeader(header: RawHeader): Buffer {
  const fixed = Buffer.alloc(30);
  fixed.writeUInt32LE(0x04034b50, 0);
  fixed.writeUInt16LE(20, 4);
  writeShared(fixed, 6, header);
  return Buffer.concat([fixed, header.name, header.extra]);
}

function centralHeader(header: RawHeader): Buffer {
  const fixed = Buffer.alloc(46);
  fixed.writeUInt32LE(0x02014b50, 0);
  fixed.writeUInt16LE(0x0314, 4);
  fixed.writeUInt16LE(20, 6);
  writeShared(fixed, 8, header);
  fixed.writeUInt16LE(header.comment.length, 32);
  fixed.writeUInt32LE(header.attributes, 38);
  fixed.writeUInt32LE(header.offset, 42);
  return Buffer.concat([fixed, header.name, header.extra, header.comment]);
}

function writeShared(fixed: Buffer, at: number, header: RawHeader): void {
  fixed.writeUInt16LE(header.flags, at);
  fixed.writeUInt16LE(header.method, at + 2);
  fixed.writeUInt16LE(header.time, at + 4);
  fixed.writeUInt16LE(header.date, at + 6);
  fixed.writeUInt32LE(header.crc, at + 8);
  fixed.writeUInt32LE(header.packed, at + 12);
  fixed.writeUInt32LE(header.unpacked, at + 16);
  fixed.writeUInt16LE(header.name.length, at + 20);
  fixed.writeUInt16LE(header.extra.length, at + 22);
}
