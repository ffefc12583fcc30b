import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MediaFiles } from '#main/services/ports/media-files.ts';
import { titleOfName, typeOfName, type Attachment, type AttachmentType } from '#shared/model/attachment.ts';
import { rawZip } from '#tests/helpers/raw-zip.ts';

const zipOf = (...names: readonly string[]): Buffer =>
  rawZip({ entries: names.map((name) => ({ name, bytes: Buffer.from(`<part>${name}</part>`), deflate: true })) });
/** MS-CFB, 2.2: what all old office files begin with. */
const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1016)]);

/** The smallest bytes that are honestly of each type. */
export const attachmentBytes: Readonly<Record<AttachmentType, Buffer>> = {
  pdf: Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n'),
  ofd: zipOf('OFD.xml', 'Doc_0/Document.xml'),
  doc: compound,
  docx: zipOf('[Content_Types].xml', '_rels/.rels', 'word/document.xml'),
  wps: compound,
  xls: compound,
  xlsx: zipOf('[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml'),
  et: compound,
  txt: Buffer.from('房屋安全排查须知\n一、……\n'),
  csv: Buffer.from('小区,栋数\n东湖花园,12\n'),
  zip: zipOf('目录/说明.txt'),
};

/** A Word document with macros. */
export const macroDocument = zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin');

/** A file as it lies on somebody's disk. */
export async function fileOf(folder: string, name: string, bytes: Uint8Array) {
  const path = join(folder, `given-${randomUUID()}`);
  await writeFile(path, bytes);
  return { name, path, bytes: bytes.byteLength };
}

/** An attachment that lies in the store, as it would after it was taken in. */
export async function storedAttachment(media: MediaFiles, name: string): Promise<Attachment> {
  const type = typeOfName(name) ?? 'txt';
  const bytes = attachmentBytes[type];
  return { sha256: await media.put(bytes), title: titleOfName(name), type, bytes: bytes.byteLength };
}
