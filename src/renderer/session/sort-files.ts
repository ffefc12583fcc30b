import { fileKindOf, kindHeadBytes } from '#shared/model/file-kind.ts';

export interface SortedFiles {
  readonly pictures: readonly File[];
  /** Packages and review files, by their name: a document is a zip too. */
  readonly archives: readonly File[];
  /** Documents, pages, texts, mails, and what is refused with a word. */
  readonly others: readonly File[];
}

/** What systems put into folders for themselves. */
const systemFile = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/iu;

/**
 * What each file is for, by its first bytes, and by its name where they cannot tell. The main process judges again;
 * bytes that are nothing else are tried as a picture.
 */
export async function sortFiles(files: readonly File[]): Promise<SortedFiles> {
  const known = await Promise.all(
    files.filter((file) => !systemFile.test(file.name)).map(async (file) => ({ file, kind: await kindOf(file) })),
  );
  const of = (wanted: (kind: string, name: string) => boolean): File[] =>
    known.flatMap(({ file, kind }) => (wanted(kind, file.name) ? [file] : []));
  return {
    pictures: of((kind) => kind === 'binary'),
    archives: of(isArchive),
    others: of((kind, name) => kind !== 'binary' && !isArchive(kind, name)),
  };
}

function isArchive(kind: string, name: string): boolean {
  return kind === 'zip' && /\.zip$/iu.test(name);
}

/** A file that cannot be read any more is told as a picture that cannot be read. */
async function kindOf(file: File): Promise<string> {
  try {
    return fileKindOf(new Uint8Array(await file.slice(0, kindHeadBytes).arrayBuffer()), file.name);
  } catch {
    return 'binary';
  }
}
