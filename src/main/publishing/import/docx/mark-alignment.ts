import { textOfPart, type DocxParts } from './docx-archive.ts';
import { paragraphStyles, styleIdOf, writtenSide, type WrittenStyles } from './paragraph-styles.ts';

/** Ids of styles that no document has, by which the reader behind tells paragraphs that are set in the middle or right. */
export const alignmentStyles = { center: 'GaoqianCenter', right: 'GaoqianRight' } as const;
/** Styles that say what a paragraph is; where it stands is then the house's own affair. */
const meaning = /^(?:heading|title|subtitle|quote|intense quote|caption|toc|标题|副标题|题注|引用|图片|分隔线|表)/iu;

/** Gives paragraphs that are aligned by themselves or by their style, and are no more than paragraphs, a style that says so. */
export function markAlignment(parts: DocxParts, written: WrittenStyles): void {
  const body = textOfPart(parts, 'word/document.xml');
  const styles = paragraphStyles(written);
  const marked = body.replace(/<w:pPr>((?:(?!<\/?w:pPr>)[^])*)<\/w:pPr>/gu, (whole, inside: string) => {
    const style = styles.get(styleIdOf(inside) ?? '');
    const side = writtenSide(inside) ?? style?.side ?? 'left';
    if (side === 'left' || inside.includes('<w:numPr>') || meaning.test(style?.name ?? '')) return whole;
    return `<w:pPr><w:pStyle w:val="${alignmentStyles[side]}"/>${inside.replace(/<w:pStyle [^<>]*>/u, '')}</w:pPr>`;
  });
  if (marked !== body) parts.set('word/document.xml', Buffer.from(marked, 'utf8'));
}
