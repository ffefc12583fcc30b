import { pictureTypeOf } from '#main/files/picture-type.ts';
import type { ImportKind } from '#main/services/ports/page-importer.ts';
import { AppError } from '#shared/errors.ts';
import { importLimitBytes } from '#shared/ipc/channels/import.ts';
import { fileKindOf, firstEntryOf, isOwnArchive, kindHeadBytes } from '#shared/model/file-kind.ts';
import { readImportFile } from './open-import-file.ts';
import { wayOut } from './way-out.ts';

/** What a file is, by its first bytes: apart from the readers, whose libraries only their own threads need. See the port. */
export async function pageKind(path: string, fileName: string): Promise<ImportKind> {
  const head = await readImportFile(path, fileName, kindHeadBytes);
  const kind = fileKindOf(head, fileName);
  if (kind === 'binary' && pictureTypeOf(head)) return 'picture';
  const code = wayOut(
    kind,
    fileName,
    kind === 'old-office' ? await readImportFile(path, fileName, importLimitBytes) : head,
  );
  if (code) throw new AppError(code, { name: fileName });
  if (kind === 'zip' && !isDocument(head, fileName)) {
    if (!isOwnArchive(head)) throw new AppError('import-compressed', { name: fileName });
    return 'archive';
  }
  return 'page';
}

/** What the first entry of a zip is called tells a document in most cases, its own name in the others. */
function isDocument(head: Uint8Array, name: string): boolean {
  return (
    /^(?:\[Content_Types\]|_rels\/|word\/|docProps\/|customXml\/|mimetype)/u.test(firstEntryOf(head)) ||
    /\.(?:docx|docm|dotx)$/iu.test(name)
  );
}
