/** One picture of a Windows icon, square, PNG. */
interface IconPicture {
  readonly png: Buffer;
  /** Edge in pixels, at most 256. */
  readonly size: number;
}

const headerBytes = 6;
const entryBytes = 16;

/** Packs PNGs into an ICO file: a header, one entry for each picture, then the pictures as they are. */
export function packIcon(pictures: readonly IconPicture[]): Buffer {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = headerBytes + entryBytes * pictures.length;
  const entries = pictures.map(({ png, size }) => {
    const entry = Buffer.alloc(entryBytes);
    // 256 is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...pictures.map(({ png }) => png)]);
}
