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

/** Moves a finished folder to its place, where nothing is, durably. */
export async function moveFolderIntoPlace(from: string, to: string): Promise<void> {
  await syncTree(from);
  await rename(from, to);
  await syncFolder(dirname(to));
}

/** Moves a file to its place, durably. */
export async function moveFileIntoPlace(from: string, to: string): Promise<void> {
  await syncFile(from);
  await rename(from, to);
  await syncFolder(dirname(to));
}

async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else await syncFile(path);
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
