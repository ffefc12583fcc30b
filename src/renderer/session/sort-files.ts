import { mostPicturesBeside } from '#shared/ipc/channels/import.ts';
import { fileKindOf, isOwnArchive, kindHeadBytes, type FileKind } from '#shared/model/file-kind.ts';
import { pageOver, picturesNamedIn } from './page-companions.ts';

/** A document, page, text or mail, and the pictures that a saved page brings with it. */
export interface FileToImport {
  readonly file: File;
  readonly beside: readonly File[];
}

export interface SortedFiles {
  readonly pictures: readonly File[];
  /** Packages, review and exchange files; a document is a zip too. */
  readonly archives: readonly File[];
  /** Documents, pages, texts, mails, and what is refused with a word. */
  readonly others: readonly FileToImport[];
}

/** What systems put into folders for themselves. */
const systemFile = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/iu;

/**
 * What each file is for, by its first bytes, and by its name where they cannot tell. The main process judges again;
 * bytes that are nothing else are tried as a picture. What lies in the folder of a saved page is part of that page.
 */
export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const known = await Promise.all(
    files.filter((file) => !systemFile.test(file.name)).map(async (file) => ({ file, kind: await kindOf(file) })),
  );
  const pages = known.flatMap(({ file, kind }) => (kind === 'html' ? [file] : []));
  const [inFolders, outside] = partBy(known, ({ file }) => pageOver(file, pages) !== undefined);
  const [binary, readable] = partBy(outside, ({ kind }) => kind === 'binary');
  const [archives, others] = partBy(readable, ({ kind }) => kind === 'archive');

  let pictures = binary.map(({ file }) => file);
  const toImport: FileToImport[] = [];
  for (const { file, kind } of others) {
    const own = inFolders.flatMap((inner) =>
      inner.kind === 'binary' && pageOver(inner.file, pages) === file ? [inner.file] : [],
    );
    const named = kind === 'html' ? await picturesNamedIn(file, pictures) : [];
    pictures = pictures.filter((picture) => !named.includes(picture));
    toImport.push({ file, beside: [...named, ...own].slice(0, mostPicturesBeside) });
  }
  return { pictures, archives: archives.map(({ file }) => file), others: toImport };
}

/** Those for which something is so, and the others. */
function partBy<Entry>(entries: readonly Entry[], isSo: (entry: Entry) => boolean): [Entry[], Entry[]] {
  return [entries.filter((entry) => isSo(entry)), entries.filter((entry) => !isSo(entry))];
}

/** A file that cannot be read any more is told as a picture that cannot be read. */
async function kindOf(file: File): Promise<FileKind | 'archive'> {
  try {
    const head = new Uint8Array(await file.slice(0, kindHeadBytes).arrayBuffer());
    const kind = fileKindOf(head, file.name);
    return kind === 'zip' && isOwnArchive(head) ? 'archive' : kind;
  } catch {
    return 'binary';
  }
}
