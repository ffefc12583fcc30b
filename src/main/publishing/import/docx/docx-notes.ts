import type { ImportNote } from '#shared/model/import-report.ts';
import { note } from '../incoming-page.ts';
import { diagramPart, textOfPart, type DocxParts } from './docx-archive.ts';
import { paragraphStyles, type WrittenStyles } from './paragraph-styles.ts';

/** What a document holds that a draft has no place for, told by its markup (ECMA-376 part 1, 17). */
export function docxNotes(parts: DocxParts, styles: WrittenStyles): readonly ImportNote[] {
  const body = textOfPart(parts, 'word/document.xml');
  const paths = [...parts.keys()];
  return [
    ...note('tracked-changes', countElements(body, 'w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge)')),
    ...note('comments', countElements(textOfPart(parts, 'word/comments.xml'), 'w:comment')),
    ...note('text-boxes', textBoxes(body)),
    ...note('footnotes', countElements(body, 'w:(?:footnoteReference|endnoteReference)')),
    ...note('headers-footers', headersAndFooters(parts).length),
    ...note('contents-list', contentsLines(styles, body)),
    ...note('macros', paths.filter((path) => /vbaProject/iu.test(path)).length),
    ...note('embedded-objects', embedded(paths, body)),
    ...note('edited-pictures', editedPictures(body)),
  ];
}

const pageNumber = /^(?:page|of|[\s\d第页頁共一二三四五六七八九十百/／\-－—–·•.,，_|｜~～])*$/iu;

/** Whether a line of a header or footer says the number of its page alone: `第 3 页 共 12 页`, `— 2 —`, `Page 3 of 12`. */
export function isPageNumber(line: string): boolean {
  return pageNumber.test(line);
}

/** The lines of headers and footers, each once, with the words of a watermark; page numbers alone are no words. */
export function headersAndFooters(parts: DocxParts): readonly string[] {
  const lines = [...parts.keys()]
    .filter((path) => /^word\/(?:header|footer)\d*\.xml$/iu.test(path))
    .sort()
    .flatMap((path) => textOfPart(parts, path).split('</w:p>').map(wordsOf))
    .filter((line) => !isPageNumber(line));
  return [...new Set(lines)];
}

/** Pictures of which the document shows a part, or turned: the file has the whole (20.1.8.55, 20.1.7.6). */
function editedPictures(body: string): number {
  const pictures = body.match(/<pic:pic[ >](?:(?!<\/?pic:pic[ >])[^])*<\/pic:pic>/gu) ?? [];
  return pictures.filter((picture) => cropped.test(picture) || turned.test(picture)).length;
}

const cropped = /<a:srcRect[^<>]* [ltrb]="[1-9]\d{2,}"/u;
const turned = /<a:xfrm[^<>]* (?:rot="-?[1-9]|flip[HV]="(?:1|true)")/u;

/** Objects of other programs and whole documents put in (`w:altChunk`); the numbers behind a chart are no object of their own. */
function embedded(paths: readonly string[], body: string): number {
  const objects = paths.filter((path) => /\/embeddings\/(?!Microsoft_Excel_(?:Work)?sheet)[^/]+$/iu.test(path));
  const sheets = countElements(body, 'o:OLEObject');
  return Math.max(objects.length, sheets) + countElements(body, 'w:altChunk');
}

/** Charts and SmartArt that have no picture in their place; of markup that the reader behind knows. */
export function diagramNotes(parts: DocxParts): readonly ImportNote[] {
  const body = textOfPart(parts, 'word/document.xml');
  return note('diagrams', countElements(body, '(?:c:chart|cx:chart|dgm:relIds)'));
}

/** The words of SmartArt, a line for each of its boxes. */
export function diagramWords(parts: DocxParts): readonly string[] {
  return [...parts.keys()]
    .filter((path) => diagramPart.test(path))
    .sort()
    .flatMap((path) => textOfPart(parts, path).split('</dgm:pt>'))
    .map((box) => [...box.matchAll(/<a:t>([^<]*)<\/a:t>/gu)].map(([, words = '']) => unescapeXml(words)).join(''))
    .filter((line) => line.trim() !== '');
}

/** Styles of the lines of a list of contents, by `w:name`. */
export const contentsStyles: readonly string[] = [
  'TOC Heading',
  ...Array.from({ length: 9 }, (_, level) => [`toc ${String(level + 1)}`, `TOC ${String(level + 1)}`]).flat(),
];

function contentsLines(written: WrittenStyles, body: string): number {
  const styles = paragraphStyles(written);
  return [...body.matchAll(/<w:pStyle w:val="([^"]*)"\/>/gu)].filter(([, id = '']) =>
    contentsStyles.includes(styles.get(id)?.name ?? ''),
  ).length;
}

/** Word writes a text box twice, for new and old readers: what stands in a fallback is counted once. Words along a path are like one. */
function textBoxes(body: string): number {
  const all = countElements(body, 'w:txbxContent');
  const choices = countElements(body, 'wps:txbx');
  return (choices > 0 ? choices : all) + (body.match(/<v:textpath [^<>]* string="[^"]/gu)?.length ?? 0);
}

function countElements(xml: string, name: string): number {
  return xml.match(new RegExp(`<${name}[ >/]`, 'gu'))?.length ?? 0;
}

/** Words, those that VML draws along a path (ECMA-376 part 4, 19.1.2.23), and what stands between words. */
const wordOrBlank =
  /<w:t(?: [^<>]*)?>([^<]*)<\/w:t>|<v:textpath [^<>]*?string="([^"]*)"[^<>]*>|<w:(?:tab|ptab|br|cr)(?: [^<>]*)?\/>/gu;

function wordsOf(paragraph: string): string {
  return [...paragraph.matchAll(wordOrBlank)]
    .map(([, words, drawn]) => unescapeXml(words ?? drawn ?? ' '))
    .join('')
    .trim();
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|apos);/gu, (_all, name: string) => entities[name] ?? '');
}
