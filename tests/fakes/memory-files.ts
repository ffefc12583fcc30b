import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { PackageFiles } from '#portal/ports/package-files.ts';

/** Package files in memory, as objects under keys: what a store in the network has instead of folders. */
export function memoryFiles(workFolder: string): PackageFiles & { readonly objects: ReadonlyMap<string, Buffer> } {
  const objects = new Map<string, Buffer>();
  return {
    objects,
    workFolder,
    async keep(zipSha256, folder, files) {
      for (const { path } of files) objects.set(`${zipSha256}/${path}`, await readFile(join(folder, path)));
      await rm(folder, { recursive: true });
    },
    async open(zipSha256, path) {
      const bytes = objects.get(`${zipSha256}/${path}`);
      return bytes && { bytes: bytes.length, content: () => Readable.from([bytes]) };
    },
    async archive(zipSha256, zipPath) {
      objects.set(`${zipSha256}.zip`, await readFile(zipPath));
      await rm(zipPath);
    },
  };
}
