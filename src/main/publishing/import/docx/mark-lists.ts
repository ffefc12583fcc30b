import { textOfPart, type DocxParts } from './docx-archive.ts';
import { styleIdOf, styleName, type WrittenStyles } from './paragraph-styles.ts';

/** Id of a style that no document has: it marks the first line of a list that we wrote. */
export const listStartStyle = 'GaoqianListStart';
/** The name of the style of lists that we wrote, each a numbering of its own. */
const ownText = '列表';

/**
 * Marks where a list of ours begins: the reader behind makes one of two that follow each other. Of other programs nothing can
 * be told by that: they give lines of one list several numberings.
 */
export function markLists(parts: DocxParts, written: WrittenStyles): void {
  const body = textOfPart(parts, 'word/document.xml');
  let last = '';
  const marked = body.replace(/<w:pPr>((?:(?!<\/?w:pPr>)[^])*)<\/w:pPr>/gu, (whole, inside: string) => {
    if (styleName(written.get(styleIdOf(inside) ?? '') ?? '') !== ownText || !inside.includes('<w:ilvl w:val="0"/>'))
      return whole;
    const id = /<w:numId w:val="(\d+)"\/>/u.exec(inside)?.[1] ?? '';
    if (id === last) return whole;
    last = id;
    return `${whole}<w:r><w:rPr><w:rStyle w:val="${listStartStyle}"/></w:rPr><w:t>1</w:t></w:r>`;
  });
  if (marked !== body) parts.set('word/document.xml', Buffer.from(marked, 'utf8'));
}
