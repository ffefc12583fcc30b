import mammoth from 'mammoth';
import { AppError } from '#shared/errors.ts';
import type { ChangeLog } from '../change-log.ts';
import { note, type IncomingPage, type IncomingPicture } from '../incoming-page.ts';
import { underlinedClass } from '../html/inside.ts';
import { groupClass } from '../html/pictures.ts';
import { listStartClass } from '../html/read-items.ts';
import { dataTableClass } from '../html/read-table.ts';
import { classWritten } from '../html/written-as.ts';
import type { PageBlock } from '../page-block.ts';
import { readHtml } from '../read-page.ts';
import { openDocx, zipOfParts, type DocxParts } from './docx-archive.ts';
import { contentsStyles, diagramNotes, diagramWords, docxNotes, headersAndFooters } from './docx-notes.ts';
import { joinDropCaps } from './join-drop-caps.ts';
import { keepBreaks } from './keep-breaks.ts';
import { alignmentStyles, markParagraphs, ownStyleIds } from './mark-paragraphs.ts';
import { markCaptions } from './mark-captions.ts';
import { decorativeAlt, markDecorative } from './mark-decorative.ts';
import { headingStyles, markHeadings } from './mark-headings.ts';
import { groupStyle, markGroups } from './mark-groups.ts';
import { listStartStyle, markLists } from './mark-lists.ts';
import { markTables, tableStyles } from './mark-tables.ts';
import { writtenStyles, type WrittenStyles } from './paragraph-styles.ts';
import { settleMarkup } from './settle-markup.ts';
import { numberStyle, writeOutNumbers } from './written-numbers.ts';

/** The page's title is the headline, so a document's headings begin one level below. Names are those of `w:name`. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  ...['heading', 'Heading', '标题'].flatMap((name) => [
    `p[style-name='${name} 1'] => h2:fresh`,
    `p[style-name='${name} 2'] => h3:fresh`,
    ...[3, 4, 5, 6].map((level) => `p[style-name='${name} ${level}'] => h4:fresh`),
  ]),
  ...headingStyles.map(({ level, id }) => `p.${id} => h${String(Math.min(level + 1, 4))}:fresh`),
  // A list of contents repeats the headings, with numbers of pages that a web page does not have.
  ...contentsStyles.map((name) => `p[style-name='${name}'] => !`),
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
  `p.${alignmentStyles.center} => p.center:fresh`,
  `p.${alignmentStyles.right} => p.right:fresh`,
  ...ownStyleIds.map(({ as, side, id }) => {
    const align = side === 'left' ? '' : `[align='${side}']`;
    return `p.${id} => p.${classWritten(as)}${align}:fresh`;
  }),
  `p.${groupStyle} => p.${groupClass}:fresh`,
  `table.${tableStyles.own} => table.${dataTableClass}:fresh`,
  `table.${tableStyles.grid} => table.MsoTableGrid:fresh`,
  `r.${numberStyle} => data.list-number:fresh`,
  `r.${listStartStyle} => data.list-start:fresh`,
  'u => u',
  // As our own documents name them.
  "p[style-name='分隔线'] => hr:fresh",
  "p[style-name='表头'] => p.table-head:fresh",
  "r[style-name='待核'] => mark.to-confirm:fresh",
  `r[style-name='带下划线的链接'] => u.${underlinedClass}:fresh`,
];

/**
 * Reads a Word document (ECMA-376): headings, lists, tables with merged cells, links, emphasis, pictures at their
 * places, notes as a numbered list at the end. Tracked changes count as accepted. Nothing outside the file is opened.
 * Refuses `docx-broken` and what `openDocx` refuses.
 */
export async function readDocx(bytes: Uint8Array, name: string, log: ChangeLog): Promise<IncomingPage> {
  const parts = await openDocx(bytes);
  const styles = writtenStyles(parts);
  const told = docxNotes(parts, styles);
  const { html, pictures, written } = await convert(parts, styles).catch((cause: unknown) => {
    throw cause instanceof AppError ? cause : new AppError('docx-broken', { name }, { cause });
  });
  const page = readHtml(html, log, (address) => pictures.get(address));
  return {
    ...page,
    kind: 'docx',
    blocks: page.blocks.map(withoutMachineAlt),
    notes: [...told, ...page.notes, ...diagramNotes(parts), ...written],
    setApart: [...headersAndFooters(parts), ...diagramWords(parts)],
  };
}

async function convert(parts: DocxParts, styles: WrittenStyles) {
  const settled = settleMarkup(parts);
  joinDropCaps(parts);
  const written = [...settled, ...writeOutNumbers(parts, styles)];
  markHeadings(parts, styles);
  markLists(parts, styles);
  markCaptions(parts, styles);
  keepBreaks(parts, styles);
  markParagraphs(parts, styles);
  markDecorative(parts);
  markGroups(parts);
  markTables(parts, styles);
  const pictures = new Map<string, IncomingPicture>();
  let count = 0;
  const { value, messages } = await mammoth.convertToHtml(
    { buffer: await zipOfParts(parts) },
    {
      styleMap,
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async (image) => {
        const address = `docx:${count}`;
        count += 1;
        const ending = /^image\/(?:x-)?(\w+)/u.exec(image.contentType)?.[1]?.replace('jpeg', 'jpg') ?? 'bin';
        const bytes = await bytesOf(image);
        if (bytes !== null) pictures.set(address, { name: `${count}.${ending}`, bytes });
        const isDecorative = 'altText' in image && image.altText === decorativeAlt;
        return isDecorative ? { src: address, alt: '', role: 'presentation' } : { src: address };
      }),
    },
  );
  return {
    html: asPlainHtml(withTicks(withPlainNotes(value))),
    pictures,
    written: [...written, ...note('unknown-signs', messages.filter(isLostSign).length)],
  };
}

/** A sign of a font that the reader behind does not know. */
function isLostSign({ message }: { readonly message: string }): boolean {
  return message.startsWith('A w:sym element with an unsupported character');
}

/** What lies outside the file is not read, and what is not in it is answered by a throw: such a picture has no bytes. */
async function bytesOf(image: { readonly readAsBuffer: () => Promise<Buffer> }): Promise<Buffer | null> {
  try {
    return await image.readAsBuffer();
  } catch {
    return null;
  }
}

/** References between a note and its place lead nowhere in a page of ours; the number stays. */
function withPlainNotes(html: string): string {
  return html
    .replace(/<sup><a href="#(?:footnote|endnote)-\d+"[^>]*>(\[\d+\])<\/a><\/sup>/gu, '<sup>$1</sup>')
    .replace(/\s*<a href="#(?:footnote|endnote)-ref-\d+">↑<\/a>/gu, '');
}

/** Ticks of a form (ECMA-376 part 1, 17.16.7; Word's `w14:checkbox`), which the reader behind answers as fields of a page. */
function withTicks(html: string): string {
  return html.replace(/<input type="checkbox"( checked="checked")? \/>/gu, (_all, isOn?: string) => (isOn ? '☑' : '☐'));
}

/** What the style map can only tell by classes, as pages write it. */
function asPlainHtml(html: string): string {
  return (
    html
      .replace(/<li><data class="list-start">1<\/data>/gu, `<li class="${listStartClass}">`)
      .replace(/<li([^<>]*)><data class="list-number">(\d{1,4})<\/data>/gu, '<li$1 value="$2">')
      // Numbered by a style alone: no list to the reader, but the number is a word of the text.
      .replace(/<data class="list-number">(\d{1,4})<\/data>/gu, '$1. ')
      .replace(/<p class="(center|right)">/gu, '<p align="$1">')
      // Word merges cells of its header rows with those below, which HTML does not; `th` says enough.
      .replace(/<\/?t(?:head|body)>/gu, '')
      .replace(
        /<td((?: (?:col|row)span="\d+")*)>((?:<p class="table-head">(?:(?!<\/?p[ >])[^])*<\/p>)+)<\/td>/gu,
        '<th$1>$2</th>',
      )
  );
}

/** Office puts file names and its own guesses where a description belongs. */
function withoutMachineAlt(block: PageBlock): PageBlock {
  if (block.node.type !== 'figure') return block;
  const { node } = block;
  const beside = node.beside?.map((picture) => ({ ...picture, alt: withoutNames(picture.alt) }));
  return { ...block, node: { ...node, alt: withoutNames(node.alt), ...(beside ? { beside } : {}) } };
}

function withoutNames(words: string): string {
  const alt = words.replace(/\s*(?:描述已自动生成|Description automatically generated)\s*$/iu, '').trim();
  const isName =
    /^(?:[a-z]:[\\/]|https?:|file:)|\.(?:jpe?g|png|gif|bmp|tiff?|webp|hei[cf]|emf|wmf)$|^(?:图片|Picture|image|IMG|DSC)[ _-]?\d*$/iu.test(
      alt,
    );
  return isName ? '' : alt;
}
