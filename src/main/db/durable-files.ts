import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Brings a file's bytes (or a folder's entries) onto the disk. */
export function syncPath(path: string): void {
  // Windows opens no folders for syncing, and needs no syncing of them; files must be open for writing there.
  const isFile = /\.(db|partial)$/.test(path);
  if (!isFile && process.platform === 'win32') return;
  const handle = openSync(path, isFile ? 'r+' : 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives a finished file its name, so that after any crash there is either the whole file or none. */
export function putInPlace(temporary: string, path: string): void {
  syncPath(temporary);
  renameSync(temporary, path);
  syncPath(dirname(path));
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
