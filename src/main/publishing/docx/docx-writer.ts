import { stat } from 'node:fs/promises';
import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import type { DocxInputs, DocxWriter } from '#main/services/ports/docx-writer.ts';
import type { MediaFiles } from '#main/services/ports/media-files.ts';
import type { Attachment } from '#shared/model/attachment.ts';
import { writeNewFile } from '../../files/new-file.ts';
import { writeNumbered } from '../../files/text-files.ts';
import { writeZip, type ZipContents } from '../../files/zip-writer.ts';
import { bagPictures, readRenditionFile } from '../bag-pictures.ts';
import { docxBlock } from './docx-blocks.ts';
import type { DocxPicture } from './docx-figure.ts';
import { textRun } from './docx-inlines.ts';
import { DocxLists } from './docx-lists.ts';
import { footers, pageProperties, styleIds, styles } from './docx-page.ts';
import { settleDocx } from './settle-docx.ts';

/** Drafts as Word documents (ECMA-376), for those who read and sign on paper or work in Word and WPS. */
export function docxWriter(media: Pick<MediaFiles, 'read'>): DocxWriter {
  return {
    async write(inputs, target) {
      return writeParts(await docxParts(inputs, media), target);
    },
    async writeInto(inputs, folder, title) {
      const parts = await docxParts(inputs, media);
      let bytes = 0;
      const placed = await writeNumbered(folder, `${title}.docx`, async (path) => {
        bytes = await writeParts(parts, path);
      });
      return { ...placed, bytes };
    },
  };
}

async function writeParts(parts: ZipContents, target: string): Promise<number> {
  await writeNewFile(
    target,
    async (file) => writeZip(file, parts),
    async () => undefined,
  );
  return (await stat(target)).size;
}

/** The parts of the document by their paths in the zip. */
async function docxParts(inputs: DocxInputs, media: Pick<MediaFiles, 'read'>): Promise<ZipContents> {
  const { metadata, document } = inputs.content;
  const { captionMark, creditMark, bureau } = inputs.profile;
  const pictures = await readPictures(inputs, media);
  const lists = new DocxLists();
  let drawings = 0;
  const context = {
    captionMark,
    creditMark,
    lists,
    picture: (asset: string) => pictures.get(asset),
    nextDrawing: () => (drawings += 1),
  };
  const children = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [textRun(metadata.headline)] }),
    ...(metadata.subheadline === ''
      ? []
      : [new Paragraph({ style: styleIds.subtitle, children: [textRun(metadata.subheadline)] })]),
    ...document.children.flatMap((block) => docxBlock(block, context)),
    ...attachmentNote(metadata.attachments ?? []),
  ];
  const file = new Document({
    title: metadata.headline,
    creator: bureau.name,
    lastModifiedBy: bureau.name,
    styles,
    numbering: lists.numbering,
    evenAndOddHeaderAndFooters: true,
    // Chinese Word writes it into each document: else lines broken by hand are drawn out to the width of the text.
    compatibility: { doNotExpandShiftReturn: true, version: 15 },
    sections: [{ properties: pageProperties, footers, children }],
  });
  return settleDocx(await Packer.toBuffer(file));
}

/** 附件说明 (GB/T 9704—2012, 7.3.4): a line below the text, the names without an ending or a full stop, numbered if several. */
function attachmentNote(attachments: readonly Attachment[]): readonly Paragraph[] {
  if (attachments.length === 0) return [];
  const lines = attachments.map(({ title }, index) => {
    const number = attachments.length === 1 ? '' : `${index + 1}. `;
    return `${index === 0 ? '附件：' : '　　　'}${number}${title}`;
  });
  return ['', ...lines].map((line) => new Paragraph({ style: styleIds.attachments, children: [textRun(line)] }));
}

async function readPictures(
  { content, assets }: DocxInputs,
  media: Pick<MediaFiles, 'read'>,
): Promise<ReadonlyMap<string, DocxPicture>> {
  const pictures = new Map<string, DocxPicture>();
  for (const { asset } of bagPictures(content.document, assets)) {
    const { width, height } = asset.display;
    pictures.set(asset.sha256, { bytes: await readRenditionFile(asset, asset.display, media.read), width, height });
  }
  return pictures;
}
