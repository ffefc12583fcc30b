import { textOfPart, type DocxParts } from './docx-archive.ts';

const framed = /<w:framePr [^<>]*w:dropCap="(?:drop|margin)"/u;

/**
 * Joins a letter that falls over several lines (17.3.1.11), a paragraph of its own to Word, to the words that go on beside it: as a
 * paragraph whose end was taken out.
 */
export function joinDropCaps(parts: DocxParts): void {
  const body = textOfPart(parts, 'word/document.xml');
  const joined = body.replace(/<w:pPr>((?:(?!<\/?w:pPr>)[^])*)<\/w:pPr>/gu, (whole, inside: string) => {
    if (!framed.test(inside)) return whole;
    return `<w:pPr>${inside.replace(/<w:rPr>(?:(?!<\/?w:rPr>)[^])*<\/w:rPr>/u, '')}<w:rPr><w:del/></w:rPr></w:pPr>`;
  });
  if (joined !== body) parts.set('word/document.xml', Buffer.from(joined, 'utf8'));
}
