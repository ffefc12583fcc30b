import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { open, readdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from '#main/files/durable-write.ts';

/** Writes a small file so that it is there whole or not at all, also after a power cut. */
export function writeDurably(path: string, text: string | Buffer, mode: number): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', mode);
  try {
    writeSync(file, text.toString());
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}

/** Moves a file to its place, durably. */
export async function moveFileIntoPlace(from: string, to: string): Promise<void> {
  await syncFile(from);
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** So many at once: the disk writes its journal once for all of them. */
const together = 32;

/** Makes a folder durable with everything in it. */
export async function syncTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (let at = 0; at < entries.length; at += together) {
    await Promise.all(
      entries.slice(at, at + together).map(async (entry) => {
        const path = join(folder, entry.name);
        await (entry.isDirectory() ? syncTree(path) : syncFile(path));
      }),
    );
  }
  await syncFolder(folder);
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
