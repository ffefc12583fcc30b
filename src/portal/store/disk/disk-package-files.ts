import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileChecksum } from '#main/files/checksum.ts';
import type { KeptFile, OpenedFile, PackageFiles } from '../../ports/package-files.ts';
import { syncFolder } from '#main/files/durable-write.ts';
import { moveFileIntoPlace, syncTree } from './durable-files.ts';
import type { PortalFolder } from './portal-folder.ts';

/** Packages as folders, and their zips as files, on one disk. */
export class DiskPackageFiles implements PackageFiles {
  readonly workFolder: string;
  readonly #places: Pick<PortalFolder, 'packages' | 'archive'>;

  constructor(places: Pick<PortalFolder, 'packages' | 'archive'>, workFolder: string) {
    this.#places = places;
    this.workFolder = workFolder;
  }

  async keep(zipSha256: string, folder: string, files: readonly KeptFile[]): Promise<void> {
    const place = join(this.#places.packages, zipSha256);
    await syncTree(folder);
    // Another process may keep it at this moment, and visitors may be reading it: what is whole stays.
    while (!(await takesPlace(folder, place)) && !(await holds(place, files))) {
      await rename(place, `${folder}.before`).catch(whenMissing);
      await rm(`${folder}.before`, { recursive: true, force: true });
    }
    await syncFolder(this.#places.packages);
  }

  async open(zipSha256: string, path: string): Promise<OpenedFile | undefined> {
    const place = join(this.#places.packages, zipSha256, ...path.split('/'));
    const found = await stat(place).catch(whenMissing);
    return found && { bytes: found.size, content: () => createReadStream(place) };
  }

  async archive(zipSha256: string, zipPath: string): Promise<void> {
    await moveFileIntoPlace(zipPath, join(this.#places.archive, `${zipSha256}.zip`));
  }
}

/** Whether the folder is at its place now; false when something is there already. */
async function takesPlace(folder: string, place: string): Promise<boolean> {
  try {
    await rename(folder, place);
    return true;
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOTEMPTY' || codeOf(thrown) === 'EEXIST') return false;
    throw thrown;
  }
}

async function holds(place: string, files: readonly KeptFile[]): Promise<boolean> {
  for (const { path, sha256 } of files) {
    const found = await fileChecksum(join(place, ...path.split('/'))).catch(() => undefined);
    if (found?.sha256 !== sha256) return false;
  }
  return true;
}

function whenMissing(thrown: unknown): undefined {
  if (codeOf(thrown) !== 'ENOENT' && codeOf(thrown) !== 'ENOTDIR') throw thrown;
}

function codeOf(thrown: unknown): unknown {
  return thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
}
