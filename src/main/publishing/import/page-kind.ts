import { pictureTypeOf } from '#main/files/picture-type.ts';
import type { ImportKind } from '#main/services/ports/page-importer.ts';
import { AppError } from '#shared/errors.ts';
import { fileKindOf, kindHeadBytes } from '#shared/model/file-kind.ts';
import { readImportFile } from './open-import-file.ts';
import { wayOut } from './way-out.ts';

/** What a file is, by its first bytes: apart from the readers, whose libraries only their own threads need. See the port. */
export async function pageKind(path: string, fileName: string): Promise<ImportKind> {
  const head = await readImportFile(path, fileName, kindHeadBytes);
  const kind = fileKindOf(head, fileName);
  if (kind === 'binary' && pictureTypeOf(head)) return 'picture';
  const code = wayOut(kind, fileName);
  if (code) throw new AppError(code, { name: fileName });
  // The zips of our own hold one folder, a document never does.
  if (kind === 'zip') return isDocument(head, fileName) ? 'page' : 'archive';
  return 'page';
}

/** What the first entry of a zip is called tells a document in most cases, its own name in the others. */
function isDocument(head: Uint8Array, name: string): boolean {
  const first = Buffer.from(head.subarray(30, 30 + 120)).toString('latin1');
  return (
    /^(?:\[Content_Types\]|_rels\/|word\/|docProps\/|customXml\/|mimetype)/u.test(first) ||
    /\.(?:docx|docm|dotx)$/iu.test(name)
  );
}
