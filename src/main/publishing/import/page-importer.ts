import type { PageImporter } from '#main/services/ports/page-importer.ts';
import { importPage } from './import-page.ts';
import { picturesBeside } from './pictures-beside.ts';
import { readImportFile } from './open-import-file.ts';
import { pageKind } from './page-kind.ts';

/** Reads pages, documents and mails from files; see the port. */
export const pageImporter: PageImporter = {
  kind: pageKind,
  read: async ({ path, name, beside = [] }, profile) =>
    importPage(await readImportFile(path, name), name, profile, picturesBeside(beside)),
};
