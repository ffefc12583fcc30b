import { textOfPart, type DocxParts } from './docx-archive.ts';
import { styleIdOf, styleName, type WrittenStyles } from './paragraph-styles.ts';

/** Names of styles whose lines belong together: those in which we write text, and what is one block whatever it holds. */
const heldStyles = /^(?:稿件正文|列表|表格文字|表头|固定用语|待补图片|(?:intense )?quote|(?:heading|标题) \d)$/iu;
const lineBreak = /<w:br(?: w:type="textWrapping")?(?: w:clear="\w+")?(?:\/>|><\/w:br>)/gu;

/**
 * Makes breaks of lines in a paragraph LINE SEPARATORs (U+2028): of a bare break the reader of pages judges by what stands around it
 * whether it ends a paragraph. As a number: readers of XML make a line end of the sign itself.
 */
export function holdLines(paragraph: string): string {
  return paragraph.replace(lineBreak, '<w:t>&#8232;</w:t>');
}

/** Holds the lines together of each paragraph of such a style. */
export function keepBreaks(parts: DocxParts, written: WrittenStyles): void {
  const held = new Set([...written].filter(([, inside]) => heldStyles.test(styleName(inside))).map(([id]) => id));
  if (held.size === 0) return;
  const body = textOfPart(parts, 'word/document.xml');
  const kept = body.replace(/<w:p[ >](?:(?!<w:p[ >])[^])*?<\/w:p>/gu, (paragraph) =>
    held.has(styleIdOf(paragraph) ?? '') ? holdLines(paragraph) : paragraph,
  );
  if (kept !== body) parts.set('word/document.xml', Buffer.from(kept, 'utf8'));
}
