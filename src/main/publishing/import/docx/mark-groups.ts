import { textOfPart, type DocxParts } from './docx-archive.ts';

/** Id of a style that no document has, by which the reader behind tells a line of pictures. */
export const groupStyle = 'GaoqianGroup';
/** A little more than the text of an A4 page, in EMU (914,400 to the inch): pictures that are wider together stand below each other. */
const widestLine = 6_200_000;
const most = 3;

/** Gives a paragraph that is two or three pictures side by side, and nothing else, a style that says so. */
export function markGroups(parts: DocxParts): void {
  const body = textOfPart(parts, 'word/document.xml');
  const marked = body.replace(/<w:p[ >](?:(?!<w:p[ >])[^])*?<\/w:p>/gu, (paragraph) => {
    const count = paragraph.match(/<pic:pic[ >]/gu)?.length ?? 0;
    const widths = [...paragraph.matchAll(/<wp:extent [^<>]*?cx="(\d{1,9})"/gu)].map(([, width]) => Number(width));
    if (count < 2 || count > most || widths.length !== count) return paragraph;
    const hasWords = /<w:t(?: [^<>]*)?>[^<]*\S[^<]*<\/w:t>|<w:numPr>|<w:br\/>/u.test(paragraph);
    if (hasWords || widths.reduce((sum, width) => sum + width, 0) > widestLine) return paragraph;
    const style = `<w:pStyle w:val="${groupStyle}"/>`;
    return /<w:pPr>/u.test(paragraph)
      ? paragraph.replace(/<w:pStyle [^<>]*\/>/u, '').replace('<w:pPr>', `<w:pPr>${style}`)
      : paragraph.replace(/^<w:p[^<>]*>/u, (begin) => `${begin}<w:pPr>${style}</w:pPr>`);
  });
  if (marked !== body) parts.set('word/document.xml', Buffer.from(marked, 'utf8'));
}
