import { textOfPart, type DocxParts } from './docx-archive.ts';

/** Ids of styles that no document has, by which the reader behind tells paragraphs that are set in the middle or right. */
export const alignmentStyles = { center: 'GaoqianCenter', right: 'GaoqianRight' } as const;
/** Styles that say what a paragraph is; where it stands is then the house's own affair. */
const meaning = /^(?:heading|title|subtitle|quote|intense quote|caption|toc|标题|副标题|题注|引用|图片|分隔线|表)/iu;

/** Gives paragraphs that are aligned by themselves (`w:jc`), and are no more than paragraphs, a style that says so. */
export function markAlignment(parts: DocxParts): void {
  const body = textOfPart(parts, 'word/document.xml');
  const known = meaningfulStyles(textOfPart(parts, 'word/styles.xml'));
  const marked = body.replace(/<w:pPr>((?:(?!<\/?w:pPr>)[^])*)<\/w:pPr>/gu, (whole, inside: string) => {
    const side = /<w:jc w:val="(center|right|end)"\/>/u.exec(inside)?.[1];
    const style = /<w:pStyle w:val="([^"]*)"\/>/u.exec(inside)?.[1];
    if (side === undefined || inside.includes('<w:numPr>') || (style !== undefined && known.has(style))) return whole;
    const own = alignmentStyles[side === 'center' ? 'center' : 'right'];
    return `<w:pPr><w:pStyle w:val="${own}"/>${inside.replace(/<w:pStyle [^<>]*>/u, '')}</w:pPr>`;
  });
  if (marked !== body) parts.set('word/document.xml', Buffer.from(marked, 'utf8'));
}

function meaningfulStyles(styles: string): ReadonlySet<string> {
  const found = styles.matchAll(/<w:style [^<>]*w:styleId="([^"]+)"[^<>]*>\s*<w:name w:val="([^"]*)"/gu);
  return new Set([...found].flatMap(([, id = '', name = '']) => (meaning.test(name) ? [id] : [])));
}
