import type {
  ConvertedPaste,
  PasteConverter,
  PastedPicture,
  PasteSources,
} from '#main/services/ports/paste-converter.ts';
import type { BlockNode, DocumentNode } from '#shared/document/schema.ts';
import { blockText, walkNode } from '#shared/document/walk.ts';
import type { PasteNoteKind } from '#shared/model/paste-report.ts';
import { settleBold } from '../import/html/settle-bold.ts';
import { figuresFromCaptions } from '../import/captions.ts';
import { convertHtml } from '../import/html/convert-html.ts';
import { copiedPart, isPageAroundFragment, markupOfClipboard } from '../import/html/fragment.ts';
import { ConversionNotes } from '../import/html/notes.ts';
import { readThrough, type PageBlock, type PictureReference } from '../import/page-block.ts';
import { withAttachmentLists } from '../import/list-attachments.ts';
import { markdownHtml } from '../import/markdown/markdown-html.ts';
import { pictureOfDataUrl } from '../import/data-url.ts';
import { matchPictures } from './match-pictures.ts';
import { rtfPictures, type RtfPicture } from '../import/rtf/rtf-pictures.ts';
import { readRtf } from '../import/rtf/rtf-reader.ts';

/** Longer samples are cut by the notes. */
const sampleLength = 100;
/** Longer RTF is not searched for pictures. */
const longestRtf = 256 * 1024 * 1024;

/** See the port. */
export const pasteConverter: PasteConverter = {
  async convert(parts, marks) {
    const { notes, pictures, ...converted } = readMarkup(parts);
    const blocks = figuresFromCaptions(
      withAttachmentLists(converted.blocks).map((block) => readThrough(block, [])),
      marks,
      (_before, figure) => {
        if (figure.children.length > 0) notes.add('caption', wordsOf(figure));
      },
    );
    for (const { node } of blocks) countKept(node, notes);
    return {
      blocks: blocks.map(({ node }) => node),
      pictures: picturesOf(blocks, converted.count, pictures),
      origin: converted.origin,
      notes: notes.list(),
    };
  },
};

interface ReadMarkup {
  readonly blocks: readonly PageBlock[];
  readonly origin: ConvertedPaste['origin'];
  readonly notes: ConversionNotes;
  /** How many pictures the HTML has. */
  readonly count: number;
  readonly pictures: () => readonly RtfPicture[];
}

/** What the parts hold: their Markdown only where no other part has more than bare words. */
function readMarkup(parts: PasteSources): ReadMarkup {
  const notes = new ConversionNotes();
  const { html, pictures } = readParts(parts);
  const {
    blocks,
    origin,
    pictures: count,
  } = convertHtml(html, notes, isPageAroundFragment(html) ? copiedPart : undefined);
  if (parts.markdown === null || !isUnread(parts.markdown, blocks, html))
    return { blocks: settleBold(blocks, notes), origin, notes, count, pictures };
  const fresh = new ConversionNotes();
  const { blocks: marked } = convertHtml(markdownHtml(parts.markdown, fresh), fresh);
  return { blocks: marked, origin: 'markdown', notes: fresh, count: 0, pictures: () => [] };
}

/**
 * Whether Markdown stands in the HTML as it was written: the same signs in paragraphs, as programs make them of plain text, in which
 * at most the marks themselves have a look, as editors of source give it.
 */
function isUnread(markdown: string, blocks: readonly PageBlock[], html: string): boolean {
  if (blocks.length === 0) return true;
  const words = blocks.map(({ node }) => blockText(node)).join('');
  return !/<h[1-6]\b/iu.test(html) && blocks.every(isBare) && withoutBlanks(words) === withoutBlanks(markdown);
}

function withoutBlanks(text: string): string {
  return text.replace(/[\s\u200b]+/gu, '');
}

function isBare({ node }: PageBlock): boolean {
  return (
    (node.type === 'paragraph' || node.type === 'heading') &&
    node.children.every(
      (child) =>
        child.type === 'linebreak' ||
        (child.type === 'text' &&
          (node.type === 'heading' || child.formats === undefined || /^[*#_`]/u.test(child.text))),
    )
  );
}

/** The HTML, or where a program gives none its RTF as such; and the pictures that the RTF brings, read when asked for. */
function readParts({ html, rtf }: PasteSources): {
  readonly html: string;
  readonly pictures: () => readonly RtfPicture[];
} {
  const markup = markupOfClipboard(html);
  if (rtf === null || rtf.byteLength > longestRtf) return { html: markup, pictures: () => [] };
  const text = Buffer.from(rtf.buffer, rtf.byteOffset, rtf.byteLength).toString('latin1');
  if (html.trim() !== '') return { html: markup, pictures: () => rtfPictures(text) };
  const read = readRtf(text);
  return { html: read.html, pictures: () => read.pictures };
}

/** The first words of a node, those of a cell or line apart from the next. */
function wordsOf(node: DocumentNode): string {
  let words = '';
  for (const inner of walkNode(node)) {
    if (inner.type === 'text') words += inner.text;
    else if (words !== '' && (inner.type === 'table-cell' || inner.type === 'list-item')) words += ' ';
    if (words.length > sampleLength) break;
  }
  return words;
}

const keptAs: Readonly<Record<string, PasteNoteKind>> = {
  heading: 'kept-heading',
  list: 'kept-list',
  table: 'kept-table',
  quote: 'kept-quote',
  'horizontal-rule': 'kept-rule',
  link: 'kept-link',
};

function countKept(block: BlockNode, notes: ConversionNotes): void {
  let depth = 0;
  for (const node of walkNode(block)) {
    // A list inside a list is part of it.
    if (node.type === 'list' && (depth += 1) > 1) continue;
    const kind = keptAs[node.type];
    if (kind) notes.add(kind, wordsOf(node));
  }
}

function picturesOf(
  blocks: readonly PageBlock[],
  count: number,
  readPictures: () => readonly RtfPicture[],
): readonly PastedPicture[] {
  const waiting = blocks.flatMap(({ picture }, block) => (picture ? [{ block, picture }] : []));
  const fromRtf = waiting.length > 0 ? picturesByOrder(waiting, count, readPictures()) : new Map<number, RtfPicture>();
  return waiting.map(({ block, picture: { address, order } }) => {
    const found = fromRtf.get(order);
    const inside = pictureOfDataUrl(address)?.bytes ?? null;
    return {
      block,
      address: inside || address.startsWith('data:') ? '' : address,
      inside,
      rtf: found ? (found.kind === 'metafile' ? 'metafile' : found.bytes) : null,
      isCropped: found?.isCropped ?? false,
    };
  });
}

/** The pictures of the RTF by the order of those of the HTML, of which small ones and hidden ones made no figure. */
function picturesByOrder(
  waiting: readonly { readonly picture: PictureReference }[],
  count: number,
  pictures: readonly RtfPicture[],
): ReadonlyMap<number, RtfPicture> {
  const shown = waiting.map(({ picture }) => picture);
  // Where the numbers agree without those that were left out, they were no pictures of the RTF either.
  const places: readonly Partial<PictureReference>[] =
    pictures.length === shown.length
      ? shown
      : Array.from({ length: count }, (_unused, order) => shown.find((picture) => picture.order === order) ?? {});
  const matched = matchPictures(places, pictures);
  return new Map(
    places.flatMap(({ order }, place) => {
      const found = pictures[matched[place] ?? -1];
      return order !== undefined && found ? [[order, found] as const] : [];
    }),
  );
}
