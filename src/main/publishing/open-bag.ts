import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProvenZip, ReadOptions } from '#main/services/ports/package-reader.ts';
import { AppError } from '#shared/errors.ts';
import { fileChecksum } from '../files/checksum.ts';
import { writeError } from '../files/file-errors.ts';
import { bothDone } from '#shared/in-parallel.ts';
import { proveZip, readZipEntry, type ProvenFile } from '../files/zip-proof.ts';
import { defaultArchiveLimits, openCheckedZip, type CheckedZip } from '../files/zip-structure.ts';
import { topFolder, type OpenBag } from './bag-reader.ts';

/** A bag in a zip, until it is disposed of. */
export interface OpenZip extends OpenBag, ProvenZip {
  dispose(): Promise<void>;
}

/** Unpacks all into a fresh temporary folder, which is gone again when anything is refused, or when it is disposed of. */
export async function unpackBag(zipPath: string, options: ReadOptions): Promise<OpenZip> {
  const bag = await openZip(zipPath, options, () => true);
  await bag.zip.close();
  return { ...bag, read: async (path) => readFile(join(bag.folder, path)) };
}

/**
 * The same, but the files stay in the zip and are read from there; only attachments are unpacked, for some are zips
 * themselves whose directory has to be read.
 */
export async function openBagInPlace(zipPath: string, options: ReadOptions): Promise<OpenZip> {
  const bag = await openZip(zipPath, options, (path) => path.includes('/data/attachments/'));
  const entries = new Map(bag.zip.entries.map((entry) => [entry.path, entry]));
  return {
    ...bag,
    async read(path) {
      const entry = entries.get(`${bag.name}/${path}`);
      if (!entry) throw new AppError('bag-incomplete', { path });
      return readZipEntry(bag.zip, entry);
    },
    async dispose() {
      await bag.zip.close();
      await bag.dispose();
    },
  };
}

async function openZip(
  zipPath: string,
  options: ReadOptions,
  unpacks: (path: string) => boolean,
): Promise<Omit<OpenZip, 'read'> & { readonly zip: CheckedZip }> {
  const zip = await openCheckedZip(zipPath, { ...defaultArchiveLimits, ...options.limits });
  let folder = '';
  try {
    const name = topFolder(zip.entries.map((entry) => entry.path));
    if (zip.entries.some(({ path }) => unpacks(path))) folder = await freshFolder(options.temporaryFolder ?? tmpdir());
    const [proven, whole] = await bothDone(proveZip(zip, folder, unpacks, options.giveWay), fileChecksum(zipPath));
    const { sha256: zipSha256, bytes: zipBytes } = whole;
    const files = new Map<string, ProvenFile>(proven.map((file) => [file.path.slice(name.length + 1), file]));
    const dispose = async (): Promise<void> => removeFolder(folder);
    return { name, folder: join(folder, name), files, zipSha256, zipBytes, zip, dispose };
  } catch (thrown) {
    await zip.close();
    await removeFolder(folder);
    throw writeError(thrown);
  }
}

async function freshFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, 'gaoqian-read-'));
}

/** @param folder empty when nothing was unpacked */
async function removeFolder(folder: string): Promise<void> {
  if (folder !== '') await rm(folder, { recursive: true, force: true });
}
