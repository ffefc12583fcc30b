import { open } from 'node:fs/promises';
import { openPromise } from 'yauzl';
import { fileKindOf, kindHeadBytes, type FileKind } from '#shared/model/file-kind.ts';
import type { AttachmentType } from '#shared/model/attachment.ts';
import { readError } from './file-errors.ts';

/** What the first bytes of each type are. */
const kinds: Readonly<Record<AttachmentType, FileKind>> = {
  pdf: 'pdf',
  ofd: 'zip',
  doc: 'old-office',
  docx: 'zip',
  wps: 'old-office',
  xls: 'old-office',
  xlsx: 'zip',
  et: 'old-office',
  txt: 'text',
  csv: 'text',
  zip: 'zip',
};

/** The part that makes a zip a document of this type (ECMA-376 part 2; GB/T 33190, 7.1). */
const mainParts: Readonly<Partial<Record<AttachmentType, string>>> = {
  ofd: 'OFD.xml',
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
};

/**
 * Whether a file's bytes are what its ending promises; the name alone is believed by nobody. Of a zip the directory is read
 * too: documents have their main part and no macros, which need another ending. What a plain archive holds, and what an
 * old office file or a PDF does when it is opened, is not judged.
 */
export async function isOfType(path: string, type: AttachmentType): Promise<boolean> {
  const head = await readHead(path);
  // An ending cannot help: these bytes have to speak for themselves.
  if (fileKindOf(head, '') !== kinds[type]) return false;
  if (kinds[type] !== 'zip') return true;
  const parts = await zipParts(path);
  if (!parts) return false;
  const main = mainParts[type];
  return main === undefined || (parts.includes(main) && !parts.some((part) => /vbaProject/i.test(part)));
}

async function readHead(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r');
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(kindHeadBytes), 0, kindHeadBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (thrown) {
    throw readError(thrown);
  }
}

/** The names in a zip's directory; undefined for one that cannot be read. */
async function zipParts(path: string): Promise<readonly string[] | undefined> {
  const names: string[] = [];
  try {
    const zip = await openPromise(path, { decodeStrings: false });
    for await (const entry of zip.eachEntry()) names.push(Buffer.from(entry.fileNameRaw).toString('utf8'));
    return names;
  } catch {
    return undefined;
  }
}
