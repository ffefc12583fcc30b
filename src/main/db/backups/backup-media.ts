import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { AppError } from '#shared/errors.ts';
import { syncFolder } from '../durable-files.ts';
import { openBeside } from '../open-beside.ts';
import { listBackups } from './backup-files.ts';
import { copyWhole, linkOrCopy, moveAcross } from './copy-file.ts';
import { listMedia, mediaPath } from './media-paths.ts';
import type { Pace } from './pace.ts';

const chunkBytes = 1024 * 1024;

/**
 * Hashes of the media files that a database knows: originals where it has them, what was made of them, and attachments, which
 * backups from before 0180 do not know.
 */
export function mediaOf(databasePath: string): ReadonlySet<string> {
  const database = openBeside(databasePath, { readonly: true });
  try {
    const hashes = `SELECT sha256 FROM assets WHERE has_original = 1
      UNION SELECT display_sha256 FROM assets UNION SELECT thumbnail_sha256 FROM assets`;
    const knowsAttachments = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'attachments'").get();
    const attached = knowsAttachments === undefined ? '' : ' UNION SELECT sha256 FROM attachments';
    return new Set(
      database
        .prepare<[], string>(hashes + attached)
        .pluck()
        .all(),
    );
  } finally {
    database.close();
  }
}

/** Puts what is not there yet of these files into the folder `to`. Answers how many the folder `from` does not have either. */
export async function keepMedia(
  sha256s: ReadonlySet<string>,
  way: { readonly from: string; readonly to: string; readonly put: (from: string, to: string) => void },
  pace: Pace,
): Promise<number> {
  let done = 0;
  let missing = 0;
  const changed = new Set<string>();
  for (const sha256 of sha256s) {
    pace.step('media', done, sha256s.size);
    done += 1;
    const to = mediaPath(way.to, sha256);
    if (existsSync(to)) continue;
    const from = mediaPath(way.from, sha256);
    if (!existsSync(from)) {
      missing += 1;
      continue;
    }
    // One level at a time: a disk that was pulled out in between must not be made up.
    for (const folder of [way.to, dirname(to)]) if (!existsSync(folder)) mkdirSync(folder);
    way.put(from, to);
    changed.add(dirname(to));
    await pace.breathe();
  }
  for (const folder of changed) syncFolder(folder);
  if (changed.size > 0) syncFolder(way.to);
  return missing;
}

/** Removes the files that no kept backup knows. A backup that cannot be read may know any: then nothing goes. */
export function pruneMedia(folder: string): void {
  const media = join(folder, 'media');
  const known = new Set<string>();
  try {
    for (const backup of listBackups(folder)) for (const sha256 of mediaOf(backup.path)) known.add(sha256);
  } catch {
    return;
  }
  for (const sha256 of listMedia(media)) if (!known.has(sha256)) rmSync(mediaPath(media, sha256), { force: true });
}

/** Reads each file and compares it with its name. */
export async function checkMedia(
  sha256s: ReadonlySet<string>,
  folder: string,
  pace: Pace,
): Promise<{ readonly missing: string[]; readonly damaged: string[] }> {
  const missing: string[] = [];
  const damaged: string[] = [];
  let done = 0;
  for (const sha256 of sha256s) {
    pace.step('media', done, sha256s.size);
    done += 1;
    const found = await hashOf(mediaPath(folder, sha256), pace);
    if (found === null) missing.push(sha256);
    else if (found !== sha256) damaged.push(sha256);
  }
  return { missing, damaged };
}

/** Null where no file can be read. */
async function hashOf(path: string, pace: Pace): Promise<string | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return null;
  try {
    const hash = createHash('sha256');
    const chunk = Buffer.allocUnsafe(chunkBytes);
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunkBytes);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, bytesRead));
      await pace.breathe();
    }
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    return null;
  } finally {
    await file.close();
  }
}

/**
 * Brings these files back from the first of `sources` that has them whole. A damaged file is put aside in `quarantine`
 * first, never deleted. Answers how many came back.
 */
export async function mendMedia(
  sha256s: readonly string[],
  places: { readonly media: string; readonly quarantine: string; readonly sources: readonly string[] },
  pace: Pace,
): Promise<number> {
  let mended = 0;
  for (const [index, sha256] of sha256s.entries()) {
    pace.step('media', index, sha256s.length);
    const path = mediaPath(places.media, sha256);
    const found = await hashOf(path, pace);
    if (found === sha256) continue;
    const source = await wholeFile(sha256, places.sources, pace);
    if (source === null) continue;
    if (found !== null) putAside(path, places.quarantine);
    mkdirSync(dirname(path), { recursive: true });
    copyWhole(source, path);
    // A second name of the damaged file is damaged as well.
    for (const folder of places.sources) await renew(mediaPath(folder, sha256), path, places.quarantine, pace);
    mended += 1;
  }
  return mended;
}

async function wholeFile(sha256: string, sources: readonly string[], pace: Pace): Promise<string | null> {
  for (const source of sources) {
    const path = mediaPath(source, sha256);
    if ((await hashOf(path, pace)) === sha256) return path;
  }
  return null;
}

async function renew(path: string, whole: string, quarantine: string, pace: Pace): Promise<void> {
  const found = await hashOf(path, pace);
  if (found === null || found === path.slice(-64)) return;
  putAside(path, quarantine);
  linkOrCopy(whole, path);
}

function putAside(path: string, quarantine: string): void {
  mkdirSync(quarantine, { recursive: true });
  const name = path.slice(-64);
  const free = [name, ...Array.from({ length: 99 }, (_, index) => `${name}.${index + 1}`)];
  const target = free.map((entry) => join(quarantine, entry)).find((entry) => !existsSync(entry));
  if (target === undefined) throw new AppError('disk-error', { reason: 'quarantine' });
  moveAcross(path, target);
}
