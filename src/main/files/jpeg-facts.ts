export interface JpegFacts {
  readonly width: number;
  readonly height: number;
  /** Nothing but what is needed to draw it: no EXIF, XMP, IPTC, colour profile or comment before the picture data. */
  readonly bare: boolean;
}

/** JFIF, quantisation and Huffman tables, restart interval, scan: all that a bare JPEG holds beside its frame. */
const drawingSegments: ReadonlySet<number> = new Set([0xe0, 0xdb, 0xc4, 0xdd]);
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
const startOfScan = 0xda;

/**
 * Reads a JPEG's segments up to its first scan (ITU-T T.81, annex B); undefined when it is no whole JPEG. Its beginning and its
 * last two bytes are enough, as long as the scan begins there.
 */
export function jpegFacts(beginning: Uint8Array, end: Uint8Array = beginning.subarray(-2)): JpegFacts | undefined {
  const view = Buffer.from(beginning.buffer, beginning.byteOffset, beginning.byteLength);
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8 || end[0] !== 0xff || end[1] !== 0xd9) return;
  let size: { width: number; height: number } | undefined;
  let bare = true;
  for (let at = 2; at + 4 <= view.length;) {
    if (view.readUInt8(at) !== 0xff) return;
    const marker = view.readUInt8(at + 1);
    if (marker === startOfScan) return size ? { ...size, bare } : undefined;
    if (frames.has(marker)) {
      if (at + 9 > view.length) return;
      size = { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) };
    } else if (!drawingSegments.has(marker)) {
      bare = false;
    }
    at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}
