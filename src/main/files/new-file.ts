import { randomBytes } from 'node:crypto';
import { access, link, mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { syncFolder } from './durable-write.ts';
import { writeError } from './file-errors.ts';
import { bothDone } from '#shared/in-parallel.ts';

const unfinished = '.part';

/**
 * Makes a file that was not there before: `fill` writes a temporary file beside it, which is synced and shown to `judge`,
 * and only then given its name. Never overwrites: refuses `not-allowed` when the name is taken, before and after
 * writing. Also refuses `disk-full` and `disk-error`; whatever happens, nothing half-made stays.
 */
export async function writeNewFile(
  target: string,
  fill: (file: FileHandle) => Promise<void>,
  judge: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}${unfinished}`);
  try {
    await mkdir(dirname(target), { recursive: true });
    if (await isThere(target)) throw taken(target);
    const file = await open(temporary, 'wx');
    try {
      await fill(file);
      // The judge reads while the disk writes; the name is given when both are done.
      await bothDone(file.sync(), judge(temporary));
    } finally {
      await file.close();
    }
    await nameNew(temporary, target);
    await syncFolder(dirname(target));
  } catch (thrown) {
    throw writeError(thrown);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** A hard link refuses a taken name in one step; disks without links (FAT) get a look first. */
async function nameNew(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target);
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : '';
    if (code === 'EEXIST' || (await isThere(target))) throw taken(target);
    await rename(temporary, target);
  }
}

function taken(target: string): AppError {
  return new AppError('not-allowed', { file: basename(target) });
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Removes what a run that was killed left half-made in a folder. For the start, before anything is written there. */
export async function removeUnfinished(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((entry) => entry.startsWith('.') && entry.endsWith(unfinished))) {
    await rm(join(folder, name), { force: true });
  }
}
