import type { ImportedPage } from '#main/services/ports/page-importer.ts';
import { AppError } from '#shared/errors.ts';
import { documentVersion, emptyDocument } from '#shared/document/schema.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { fileKindOf, kindHeadBytes } from '#shared/model/file-kind.ts';
import { ChangeLog } from './change-log.ts';
import { note, type IncomingPage } from './incoming-page.ts';
import { withAttachmentLists } from './list-attachments.ts';
import type { PicturesBeside } from './pictures-beside.ts';
import { readDocx } from './docx/read-docx.ts';
import { readMail } from './read-mail.ts';
import { readMhtml } from './read-mhtml.ts';
import { readPage } from './read-page.ts';
import { readRtfFile } from './rtf/read-rtf-file.ts';
import { structurePage } from './structure-page.ts';
import { takePictures } from './take-pictures.ts';
import { wayOut } from './way-out.ts';

/** What is imported is written on: a draft must fit into a call from the window (2 MB), with room to spare. */
const longestContentBytes = 1.5 * 1024 * 1024;

/**
 * Makes a draft of a file (saved page, text, document, mail), its words as they came, and a report of what was made of
 * it. The same bytes give the same draft. Refuses what `PageImporter.read` refuses.
 */
export async function importPage(
  bytes: Uint8Array,
  fileName: string,
  profile: BureauProfile,
  beside?: PicturesBeside,
): Promise<ImportedPage> {
  const log = new ChangeLog();
  const page = await readIncoming(bytes, fileName, log, beside);
  if (holdsNothing(page)) throw new AppError('page-empty', { name: fileName });
  const { metadata, blocks, setApart, notes } = structurePage(
    { blocks: withAttachmentLists(page.blocks), facts: page.facts },
    profile,
    log,
  );
  const taken = takePictures(blocks, page);
  const children = blocks.length > 0 ? taken.blocks.map(({ node }) => node) : emptyDocument().children;
  const content: DraftContent = {
    metadata,
    document: { format: 'gaoqian-document', version: documentVersion, children },
  };
  if (Buffer.byteLength(JSON.stringify(content)) > longestContentBytes) throw new AppError('import-too-heavy');
  return {
    content,
    report: {
      fileName,
      kind: page.kind,
      encoding: page.encoding,
      changes: log.changes(),
      setApart: [...page.setApart, ...setApart],
      notes: [...page.notes, ...notes, ...taken.notes, ...note('pictures-unused', beside?.unused() ?? 0)],
    },
    pictures: taken.pictures,
  };
}

/** A letter has its subject at least, and what was left out is told. */
function holdsNothing({ kind, blocks, setApart, notes }: IncomingPage): boolean {
  return kind !== 'mail' && blocks.length + setApart.length + notes.length === 0;
}

/** Reads a file by its kind, as far as its blocks. */
export async function readIncoming(
  bytes: Uint8Array,
  name: string,
  log: ChangeLog,
  beside?: PicturesBeside,
): Promise<IncomingPage> {
  const kind = fileKindOf(bytes.subarray(0, kindHeadBytes), name);
  const code = wayOut(kind, name, bytes);
  if (code) throw new AppError(code, { name });
  switch (kind) {
    case 'rtf':
      return readRtfFile(bytes, name, log);
    case 'zip':
      return readDocx(bytes, name, log);
    case 'mhtml':
      return readMhtml(bytes, name, log);
    case 'mail':
      return readMail(bytes, name, log);
    case 'html':
    case 'text':
    case 'binary':
    case 'old-office':
    case 'pdf':
    case 'compressed':
      // The last three were refused.
      return readPage(bytes, name, log, beside?.find);
  }
}
