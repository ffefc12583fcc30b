import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeError } from './file-errors.ts';

/**
 * Writes a file so that it is either there whole or not at all, also through a power cut: temporary file beside it,
 * fsync, rename, fsync of the folder. Refuses `disk-full` and `disk-error`.
 */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  await writeDurablyWith(dirname(path), async (file) => {
    await file.writeFile(bytes);
    return path;
  });
}

/**
 * The same for content whose final name is known only once it is written. `fill` writes the temporary file (inside
 * `folder`, on the same disk as the target) and answers the target's path, or null to drop it.
 */
export async function writeDurablyWith(
  folder: string,
  fill: (file: FileHandle) => Promise<string | null>,
): Promise<void> {
  const temporary = `${folder}/.${randomBytes(8).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    let target: string | null;
    try {
      target = await fill(file);
      if (target !== null) await file.sync();
    } finally {
      await file.close();
    }
    if (target === null) {
      await rm(temporary);
      return;
    }
    await rename(temporary, target);
    await syncFolder(dirname(target));
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeError(thrown);
  }
}

/** Makes renames in a folder durable. Windows has no such call: there the rename itself is. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
