import { writtenAs, type WrittenAs } from '../html/written-as.ts';
import { textOfPart, type DocxParts } from './docx-archive.ts';
import { paragraphStyles, styleIdOf, writtenSide, type Side, type WrittenStyles } from './paragraph-styles.ts';

/** Ids of styles that no document has, by which the reader behind tells paragraphs that are set in the middle or right. */
export const alignmentStyles = { center: 'GaoqianCenter', right: 'GaoqianRight' } as const;
/** Styles that say what a paragraph is; where it stands is then the house's own affair. */
const meaning = /^(?:heading|title|subtitle|quote|intense quote|caption|toc|标题|副标题|题注|引用|图片|分隔线|表)/iu;
/** What the styles of our own documents say of a paragraph, by their names; `Subtitle` is Word's own, too. */
const ownStyles: Readonly<Record<string, WrittenAs>> = {
  稿件正文: 'text',
  Subtitle: 'subheadline',
  固定用语: 'boilerplate',
  附件说明: 'attachments',
  待补图片: 'waiting',
};

/** Ids of styles that no document has, for paragraphs that say what they are and where they stand. */
export const ownStyleIds = writtenAs.flatMap((as) =>
  (['left', 'center', 'right'] as const).map((side) => ({ as, side, id: ownStyleId(as, side) })),
);

/**
 * Gives paragraphs that our own documents name, and others that are aligned by themselves or by their style and are no more than
 * paragraphs, a style that says so.
 */
export function markParagraphs(parts: DocxParts, written: WrittenStyles): void {
  const body = textOfPart(parts, 'word/document.xml');
  const styles = paragraphStyles(written);
  const marked = body.replace(/<w:pPr>((?:(?!<\/?w:pPr>)[^])*)<\/w:pPr>/gu, (whole, inside: string) => {
    const style = styles.get(styleIdOf(inside) ?? '');
    const side = writtenSide(inside) ?? style?.side ?? 'left';
    const as = ownStyles[style?.name ?? ''];
    if (as) return withStyle(ownStyleId(as, as === 'text' ? side : 'left'), inside);
    if (side === 'left' || inside.includes('<w:numPr>') || meaning.test(style?.name ?? '')) return whole;
    return withStyle(alignmentStyles[side], inside);
  });
  if (marked !== body) parts.set('word/document.xml', Buffer.from(marked, 'utf8'));
}

function ownStyleId(as: WrittenAs, side: Side): string {
  return `Gaoqian_${as}_${side}`;
}

function withStyle(id: string, inside: string): string {
  return `<w:pPr><w:pStyle w:val="${id}"/>${inside.replace(/<w:pStyle [^<>]*>/u, '')}</w:pPr>`;
}
