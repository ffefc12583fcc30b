import { open } from 'node:fs/promises';
import { readError } from '#main/files/file-errors.ts';
import type { PageImporter } from '#main/services/ports/page-importer.ts';
import { AppError } from '#shared/errors.ts';
import { importPage } from './import-page.ts';

/** The largest page that is read: many times what pages have, and cleaned within two seconds. */
const pageLimitBytes = 2 * 1024 * 1024;

/** Reads pages from files; see the port. */
export const pageImporter: PageImporter = {
  read: async (path, fileName, profile) => importPage(await readPage(path, fileName), fileName, profile),
};

async function readPage(path: string, name: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const found = await file.stat();
      if (!found.isFile()) throw new AppError('file-unreadable', { name });
      if (found.size > pageLimitBytes) {
        throw new AppError('file-too-large', { name, limitMegabytes: pageLimitBytes / 1024 / 1024 });
      }
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw readError(thrown);
  }
}
