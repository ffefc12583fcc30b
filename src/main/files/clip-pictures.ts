import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ClipPictures } from '#main/services/ports/clip-pictures.ts';
import { clipPlace } from './clip-place.ts';
import { magicBytes, pictureTypeOf } from './picture-type.ts';

const pictureLimitBytes = 30 * 1024 * 1024;
// No link at the last step, and a FIFO must not hold the open up. Windows has neither flag.
const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The pictures that Word and WPS leave in the system's temporary folder for those who paste; see the port. An address is
 * judged by its words, then by where it really leads, before a byte of it is read.
 */
export function clipPictures(temporaryFolder: () => string): ClipPictures {
  async function read(address: string): Promise<Uint8Array | null> {
    const folder = temporaryFolder();
    const root = await realpath(folder);
    const place = clipPlace(address, folder, process.platform) ?? clipPlace(address, root, process.platform);
    if (place === null) return null;
    const path = await realpath(join(root, ...place));
    const inside = relative(root, path);
    // A link on the way could lead anywhere.
    if (inside.split(sep).join('/').toLowerCase() !== place.join('/').toLowerCase()) return null;
    const file = await open(path, openFlags);
    try {
      const found = await file.stat();
      if (!found.isFile() || found.size === 0 || found.size > pictureLimitBytes || found.nlink > 1) return null;
      const head = Buffer.alloc(magicBytes);
      await file.read(head, 0, magicBytes, 0);
      if (!pictureTypeOf(head)) return null;
      const bytes = Buffer.alloc(found.size);
      const { bytesRead } = await file.read(bytes, 0, found.size, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }
  // Gone, locked or not ours to read: the picture may still be in another part of the clipboard.
  return { read: async (address) => read(address).catch(() => null) };
}
