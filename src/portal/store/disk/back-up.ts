import { constants } from 'node:fs';
import { copyFile, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { fileChecksum } from '#main/files/checksum.ts';
import { syncFolder } from '#main/files/durable-write.ts';
import type { PortalBackup } from '../../ports/portal-stores.ts';
import type { PortalDatabase } from '../sqlite/open-database.ts';
import type { PortalFolder } from './portal-folder.ts';

/** A published package as the copied index names it. */
interface Kept {
  readonly zipSha256: string;
  /** Its uploads: until its zip is in the archive, it lies in one of them. */
  readonly tusIds: readonly string[];
}

/**
 * Copies everything that a portal needs into a folder, while it goes on: the index last, so that whatever it names is there.
 * What was copied before stays; a portal can be started on the folder as it is. Proves the index and every archived zip.
 */
export async function backUp(from: PortalFolder, database: PortalDatabase, target: string): Promise<PortalBackup> {
  await mkdir(join(target, 'archive'), { recursive: true });
  await mkdir(join(target, 'packages'), { recursive: true });
  const fresh = join(target, '.portal.db.new');
  // The index first into a file of its own: packages that come in meanwhile are for the next backup.
  await database.backup(fresh);
  const packages = settleCopiedIndex(fresh);
  let bytes = 0;
  let lacking = 0;
  for (const kept of packages) {
    const size = await keepPackage(from, target, kept);
    if (size === undefined) lacking += 1;
    else bytes += size;
  }
  await copyFile(from.receiptKey, join(target, basename(from.receiptKey)));
  for (const suffix of ['-wal', '-shm']) await rm(join(target, `portal.db${suffix}`), { force: true });
  await rename(fresh, join(target, 'portal.db'));
  await syncFolder(target);
  return { packages: packages.length, bytes, lacking };
}

/**
 * The copy knows of no package that it has not got: what was being verified counts as published where its page is, and as
 * never sent where it is not, so that the workstation sends it again. Answers the published ones.
 */
function settleCopiedIndex(path: string): readonly Kept[] {
  const index = new Database(path);
  try {
    if (index.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('the copied index is damaged');
    const isPublished = 'zip_sha256 IN (SELECT zip_sha256 FROM publications)';
    index.transaction(() => {
      index
        .prepare(
          `UPDATE receptions SET state = 'published', error = NULL, claim_id = NULL, claimed_by = NULL, claimed_until = NULL
           WHERE state = 'received' AND ${isPublished}`,
        )
        .run();
      index.prepare(`DELETE FROM receptions WHERE state = 'received'`).run();
    })();
    const uploadsOf = index.prepare<[string], string>('SELECT tus_id FROM receptions WHERE zip_sha256 = ?').pluck();
    return index
      .prepare<[], string>('SELECT zip_sha256 FROM publications')
      .pluck()
      .all()
      .map((zipSha256) => ({ zipSha256, tusIds: uploadsOf.all(zipSha256) }));
  } finally {
    index.close();
  }
}

/** Bytes of the zip; undefined when it is nowhere. */
async function keepPackage(
  from: PortalFolder,
  target: string,
  { zipSha256, tusIds }: Kept,
): Promise<number | undefined> {
  const zip = join(target, 'archive', `${zipSha256}.zip`);
  const archived = join(from.archive, `${zipSha256}.zip`);
  // The archive twice: it may be moved there between two looks.
  for (const place of [archived, ...tusIds.map((tusId) => join(from.uploads, tusId)), archived]) {
    if (await isThere(zip)) break;
    await keepZip(place, zip, zipSha256);
  }
  const unpacked = join(target, 'packages', zipSha256);
  if (!(await isThere(unpacked))) {
    const temporary = `${unpacked}.new`;
    await rm(temporary, { recursive: true, force: true });
    await cp(join(from.packages, zipSha256), temporary, { recursive: true });
    await rename(temporary, unpacked);
  }
  return (await stat(zip).catch(() => null))?.size;
}

/** Copies a zip that is there and is what its name says. */
async function keepZip(place: string, zip: string, zipSha256: string): Promise<void> {
  const temporary = `${zip}.new`;
  try {
    await copyFile(place, temporary, constants.COPYFILE_FICLONE);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return;
    throw thrown;
  }
  if ((await fileChecksum(temporary)).sha256 !== zipSha256) throw new Error(`the archived ${zipSha256} is damaged`);
  await rename(temporary, zip);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
