import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Gives a finished file its name, so that after any crash there is either the whole file or none. */
export function putInPlace(temporary: string, path: string): void {
  // Windows syncs only what is open for writing.
  syncHandle(openSync(temporary, 'r+'));
  renameSync(temporary, path);
  syncFolder(dirname(path));
}

/** Brings a folder's entries onto the disk. Windows opens no folders for that, and needs none of it. */
export function syncFolder(path: string): void {
  if (process.platform !== 'win32') syncHandle(openSync(path, 'r'));
}

function syncHandle(handle: number): void {
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Proves that the folder takes a file; throws the system's refusal otherwise. */
export function proveWritable(folder: string): void {
  const path = join(folder, `probe-${process.pid}.partial`);
  const handle = openSync(path, 'w');
  try {
    writeSync(handle, 'probe');
    fsyncSync(handle);
  } finally {
    closeSync(handle);
    rmSync(path, { force: true });
  }
}
