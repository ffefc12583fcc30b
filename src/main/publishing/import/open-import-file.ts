import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { readError } from '#main/files/file-errors.ts';
import { AppError } from '#shared/errors.ts';
import { importLimitBytes } from '#shared/ipc/channels/import.ts';

/**
 * The bytes of a file that somebody chose, or of a file of any size its first `most`. Only plain files are read: a pipe
 * would wait for ever. Refuses `file-vanished`, `file-unreadable`, `file-empty`, `file-too-large`.
 */
export async function readImportFile(path: string, name: string, most?: number): Promise<Uint8Array> {
  try {
    // Windows has neither pipes in folders nor this flag.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await file.stat();
      if (!found.isFile()) throw new AppError('file-unreadable', { name });
      if (found.size === 0) throw new AppError('file-empty', { name });
      if (most === undefined && found.size > importLimitBytes) {
        throw new AppError('file-too-large', { name, limitMegabytes: importLimitBytes / 1024 / 1024 });
      }
      const bytes = Buffer.alloc(Math.min(found.size, most ?? found.size));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw readError(thrown);
  }
}
