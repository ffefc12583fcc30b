import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { magicBytes, pictureTypeOf } from '#main/files/picture-type.ts';
import { readImportFile } from '#main/publishing/import/open-import-file.ts';
import type { ImportSource } from '#main/services/ports/page-importer.ts';
import { mostPicturesBeside } from '#shared/ipc/channels/import.ts';

const pageEnding = /\.x?html?$/iu;

/** The pictures in the folder that a browser or Word saved beside a page: `标题_files`, `标题.files`. */
export async function picturesOfPage(file: string): Promise<NonNullable<ImportSource['beside']>> {
  if (!pageEnding.test(file)) return [];
  const found: { name: string; path: string }[] = [];
  for (const ending of ['_files', '.files']) {
    const folder = file.replace(pageEnding, ending);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.isFile() && (await isPicture(path, entry.name))) found.push({ name: entry.name, path });
    }
  }
  return found.slice(0, mostPicturesBeside);
}

/** What cannot be read is left to the page, whose place then waits. */
async function isPicture(path: string, name: string): Promise<boolean> {
  const head = await readImportFile(path, name, magicBytes).catch(() => new Uint8Array());
  return pictureTypeOf(head) !== undefined;
}
