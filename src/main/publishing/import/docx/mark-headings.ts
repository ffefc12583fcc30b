import { sentenceEnd } from '#shared/document/line-shapes.ts';
import { textOfPart, type DocxParts } from './docx-archive.ts';
import { headingLevel, inherited, styleIdOf, styleName, type WrittenStyles } from './paragraph-styles.ts';

const levels = [1, 2, 3, 4, 5, 6] as const;
/** Ids of styles that no document has, by which the reader behind tells headings by another style or by their outline. */
export const headingStyles = levels.map((level) => ({ level, id: headingStyle(level) }));
/** A whole paragraph may stand in the outline for its first words. */
const longest = 50;

/**
 * Gives paragraphs a style that says so which are headings by a style of somebody's own (17.7.4.3), or by their level in the outline
 * (17.3.1.20) where they are short and no sentence.
 */
export function markHeadings(parts: DocxParts, written: WrittenStyles): void {
  const body = textOfPart(parts, 'word/document.xml');
  const marked = body.replace(/<w:p[ >](?:(?!<w:p[ >])[^])*?<\/w:p>/gu, (paragraph) => {
    const properties = /<w:pPr>((?:(?!<\/?w:pPr>)[^])*)<\/w:pPr>/u.exec(paragraph)?.[1];
    if (properties === undefined) return paragraph;
    const level = levelOf(properties, paragraph, written);
    if (level === undefined) return paragraph;
    const plain = properties.replace(/<w:pStyle [^<>]*>/u, '');
    return paragraph.replace(properties, () => `<w:pStyle w:val="${headingStyle(level)}"/>${plain}`);
  });
  if (marked !== body) parts.set('word/document.xml', Buffer.from(marked, 'utf8'));
}

function levelOf(properties: string, paragraph: string, written: WrittenStyles): number | undefined {
  const id = styleIdOf(properties) ?? '';
  const name = styleName(written.get(id) ?? '');
  // The reader behind knows these by their names.
  if (/^(?:heading|标题) \d$|^(?:title|subtitle|标题|副标题)$|^toc/iu.test(name)) return undefined;
  const byStyle = headingLevel(written, id);
  if (byStyle !== undefined) return Math.min(byStyle, 6);
  const outline = outlineOf(properties) ?? inherited(written, id, outlineOf);
  if (outline === undefined || outline > 5) return undefined;
  const words = [...paragraph.matchAll(/<w:t(?: [^<>]*)?>([^<]*)<\/w:t>/gu)]
    .map(([, text = '']) => text)
    .join('')
    .trim();
  return words.length > longest || sentenceEnd.test(words) ? undefined : outline + 1;
}

function outlineOf(inside: string): number | undefined {
  const level = /<w:outlineLvl w:val="(\d)"\/>/u.exec(inside)?.[1];
  return level === undefined ? undefined : Number(level);
}

function headingStyle(level: number): string {
  return `Gaoqian_heading_${String(level)}`;
}
