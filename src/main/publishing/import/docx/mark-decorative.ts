import { textOfPart, type DocxParts } from './docx-archive.ts';

/** What stands as the alternative text of a picture that has none on purpose, until the reader behind has passed. */
export const decorativeAlt = 'gaoqian:decorative';

const properties = /<wp:docPr((?: [\w:]+="[^"]*")*)>((?:(?!<\/?wp:docPr[ >])[^])*)<\/wp:docPr>/gu;
const decorative = /<\w+:decorative [^<>]*\bval="(?:1|true)"/u;

/** Tells pictures that Word marks as decorative (MS-ODRAWXML, 2.24.1.1) by their alternative text, all that the reader behind hands on. */
export function markDecorative(parts: DocxParts): void {
  const body = textOfPart(parts, 'word/document.xml');
  const marked = body.replace(properties, (whole, attributes: string, inside: string) =>
    decorative.test(inside)
      ? `<wp:docPr${attributes.replace(/ (?:descr|title)="[^"]*"/gu, '')} descr="${decorativeAlt}">${inside}</wp:docPr>`
      : whole,
  );
  if (marked !== body) parts.set('word/document.xml', Buffer.from(marked, 'utf8'));
}
