import { constants, copyFileSync, linkSync, renameSync, rmSync } from 'node:fs';
import { putInPlace } from '../durable-files.ts';

/** Gives a file a second name on the same disk; copies it where that cannot be. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Another disk, or one that knows no second names.
    copyWhole(from, to);
  }
}

/** Copies a file so that it is there whole or not at all. */
export function copyWhole(from: string, to: string): void {
  const temporary = `${to}.partial`;
  try {
    copyFileSync(from, temporary, constants.COPYFILE_FICLONE);
    putInPlace(temporary, to);
  } catch (thrown) {
    rmSync(temporary, { force: true });
    throw thrown;
  }
}

/** Moves a file, also onto another disk. */
export function moveAcross(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    copyWhole(from, to);
    rmSync(from);
  }
}
