import { constants } from 'node:fs';
import { copyFile, cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { fileChecksum } from '#main/files/checksum.ts';
import { syncFolder } from '#main/files/durable-write.ts';
import type { PortalBackup } from '../../ports/portal-stores.ts';
import type { PortalDatabase } from '../sqlite/open-database.ts';
import type { PortalFolder } from './portal-folder.ts';

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
  const index = new Database(fresh, { readonly: true });
  let hashes: readonly string[];
  try {
    if (index.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('the copied index is damaged');
    hashes = index.prepare<[], string>('SELECT zip_sha256 FROM publications').pluck().all();
  } finally {
    index.close();
  }
  let bytes = 0;
  for (const hash of hashes) bytes += await keepPackage(from, target, hash);
  await copyFile(from.receiptKey, join(target, basename(from.receiptKey)));
  for (const suffix of ['-wal', '-shm']) await rm(join(target, `portal.db${suffix}`), { force: true });
  await rename(fresh, join(target, 'portal.db'));
  await syncFolder(target);
  return { packages: hashes.length, bytes };
}

async function keepPackage(from: PortalFolder, target: string, hash: string): Promise<number> {
  const zip = join(target, 'archive', `${hash}.zip`);
  if (!(await isThere(zip))) {
    const temporary = `${zip}.new`;
    // A package between its row and the archive lies in the uploads still: it comes with the next backup.
    const copied = await copyFile(join(from.archive, `${hash}.zip`), temporary, constants.COPYFILE_FICLONE).then(
      () => true,
      () => false,
    );
    if (copied) {
      if ((await fileChecksum(temporary)).sha256 !== hash) throw new Error(`the archived ${hash} is damaged`);
      await rename(temporary, zip);
    }
  }
  const unpacked = join(target, 'packages', hash);
  if (!(await isThere(unpacked))) {
    const temporary = `${unpacked}.new`;
    await rm(temporary, { recursive: true, force: true });
    await cp(join(from.packages, hash), temporary, { recursive: true });
    await rename(temporary, unpacked);
  }
  return (await stat(zip).catch(() => null))?.size ?? 0;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
