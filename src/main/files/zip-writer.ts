import type { FileHandle } from 'node:fs/promises';
import { ZipFile } from 'yazl';

/** What goes into a zip: bytes by path, in any order. */
export type ZipContents = ReadonlyMap<string, Uint8Array>;

/** A zip's times have no zone: built in the machine's own zone, these bytes are the same everywhere. */
function fixedTime(): Date {
  return new Date(2000, 0, 1, 12, 0, 0);
}

const fileMode = 0o100644;

/** Deflating a JPEG gains nothing and costs much. */
function isPacked(path: string): boolean {
  return /\.(jpe?g|png|webp|zip)$/i.test(path);
}

/**
 * Writes a zip whose bytes depend on its contents alone: entries sorted by path, fixed times, UTF-8 flag, pictures
 * stored and the rest deflated, no extra fields, no data descriptors. Does not sync or close the file.
 * @throws whatever writing throws, and the signal's reason when it is aborted
 */
export async function writeZip(file: FileHandle, contents: ZipContents, signal?: AbortSignal): Promise<void> {
  const zip = new ZipFile();
  const paths = [...contents.keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  for (const path of paths) {
    const bytes = Buffer.from(contents.get(path) ?? new Uint8Array());
    zip.addBuffer(bytes, path, {
      mtime: fixedTime(),
      mode: fileMode,
      compress: !isPacked(path),
      forceDosTimestamp: true,
    });
  }
  zip.end();
  for await (const chunk of zip.outputStream) {
    signal?.throwIfAborted();
    await file.writeFile(chunk);
  }
}
