import { readFileSync } from 'node:fs';
import type { BagFile, Files } from '#main/publishing/bag.ts';

/** The bytes of a bag's file, wherever they lie. */
export function bytesOf(file: BagFile | undefined): Uint8Array {
  if (!file) return new Uint8Array();
  return file instanceof Uint8Array ? file : readFileSync(file.path);
}

/** A bag with all its bytes in memory, for tests that change them. */
export function bagBytes(files: Files): Map<string, Uint8Array> {
  return new Map([...files].map(([path, file]) => [path, bytesOf(file)]));
}
