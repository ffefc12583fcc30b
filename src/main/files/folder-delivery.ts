import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderDelivery } from '#main/services/ports/folder-delivery.ts';
import { AppError } from '#shared/errors.ts';
import { fileChecksum } from './checksum.ts';
import { systemDisk } from './disk.ts';
import { writeNewFile } from './new-file.ts';

const readBytes = 512 * 1024;

export const folderDelivery: FolderDelivery = {
  async deliver(folder, pack, { signal, listener }) {
    const state = await systemDisk.state(folder);
    if (state !== 'ok') throw new AppError(state === 'missing' ? 'folder-missing' : 'folder-unwritable');
    const file = `${pack.name}.zip`;
    const target = join(folder, file);
    if (await isThere(target)) {
      if ((await fileChecksum(target)).sha256 === pack.zipSha256) return;
      throw new AppError('folder-name-taken', { file });
    }
    await writeNewFile(
      target,
      async (copy) => copyInto(copy, pack.path, signal, (offset) => listener.onOffset(offset)),
      async () => {
        if (signal.aborted) throw new AppError('cancelled');
      },
    );
    listener.onVerifying();
    if ((await fileChecksum(target)).sha256 !== pack.zipSha256) {
      // Not ours, and worse than nothing: somebody would carry it to the portal.
      await rm(target, { force: true });
      throw new AppError('folder-copy-differs', { file });
    }
  },
};

async function copyInto(
  copy: FileHandle,
  path: string,
  signal: AbortSignal,
  onOffset: (offset: number) => void,
): Promise<void> {
  const source = await open(path, 'r').catch((cause: unknown) => {
    throw new AppError('file-vanished', {}, { cause });
  });
  try {
    const buffer = Buffer.alloc(readBytes);
    let offset = 0;
    for (;;) {
      if (signal.aborted) throw new AppError('cancelled');
      const { bytesRead } = await source.read(buffer, 0, buffer.length, offset);
      if (bytesRead === 0) return;
      await copy.write(buffer, 0, bytesRead, offset);
      offset += bytesRead;
      onOffset(offset);
    }
  } finally {
    await source.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
