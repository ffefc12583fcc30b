import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import { readError } from './file-errors.ts';
import { readFrom } from './pieces.ts';
import { magicBytes, pictureTypeOf, type PictureType } from './picture-type.ts';

export interface PictureSource {
  readonly bytes: Buffer;
  readonly type: PictureType;
}

/** The largest picture file that is read at all. */
const pictureFileLimit = 60 * 1024 * 1024;

// A FIFO would hold a plain open until somebody writes to it. Windows has neither.
const openFlags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file that is a picture by its first bytes. Its kind and size are judged before anything of it is read.
 * Refuses `file-vanished`, `file-unreadable`, `file-empty`, `file-too-large`, `picture-type-refused`.
 */
export async function readPictureSource(path: string): Promise<PictureSource> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, openFlags);
    const found = await file.stat();
    if (!found.isFile()) throw new AppError('file-unreadable');
    if (found.size === 0) throw new AppError('file-empty');
    if (found.size > pictureFileLimit) {
      throw new AppError('file-too-large', { limitMegabytes: pictureFileLimit / 1024 / 1024 });
    }
    // In one read: Node's own goes through half a megabyte at a time, and several photos at once would wait for each other.
    const bytes = await readFrom(file, 0, Buffer.allocUnsafeSlow(found.size));
    const type = pictureTypeOf(bytes.subarray(0, magicBytes));
    if (!type) throw new AppError('picture-type-refused');
    return { bytes, type };
  } catch (thrown) {
    throw readError(thrown);
  } finally {
    await file?.close();
  }
}
