import { textOfPart, type DocxParts } from './docx-archive.ts';
import { drawnBorders } from './light-xml.ts';
import { inherited, styleName, type WrittenStyles } from './paragraph-styles.ts';

/** Ids of styles that no document has, by which the reader behind tells tables apart: our own, and those with lines. */
export const tableStyles = { own: 'GaoqianTable', grid: 'GaoqianGrid' } as const;
/** Names of the styles of paragraphs in tables that we wrote. */
const ownText = /^(?:表格文字|表头)$/u;

/**
 * Gives a table that we wrote, and any other that is drawn with lines, a style that says so: what the reader behind answers
 * is bare of lines, and a table without any may only arrange a page.
 */
export function markTables(parts: DocxParts, written: WrittenStyles): void {
  const body = textOfPart(parts, 'word/document.xml');
  const marked = body.replace(
    /<w:tblPr>((?:(?!<\/?w:tblPr>)[^])*)<\/w:tblPr>/gu,
    (whole, inside: string, at: number) => {
      const rest = body.slice(at + whole.length);
      const end = rest.search(/<\/?w:tbl>/u);
      const cells = end < 0 ? rest : rest.slice(0, end);
      const first = /<w:pStyle w:val="([^"]*)"\/>/u.exec(cells)?.[1] ?? '';
      const isOwn = ownText.test(styleName(written.get(first) ?? ''));
      const style = /<w:tblStyle w:val="([^"]*)"/u.exec(inside)?.[1] ?? '';
      const isDrawn = drawnBorders.test(inside + cells) || inherited(written, style, hasLines) === true;
      if (!isOwn && !isDrawn) return whole;
      const id = isOwn ? tableStyles.own : tableStyles.grid;
      return `<w:tblPr><w:tblStyle w:val="${id}"/>${inside.replace(/<w:tblStyle [^<>]*>/u, '')}</w:tblPr>`;
    },
  );
  if (marked !== body) parts.set('word/document.xml', Buffer.from(marked, 'utf8'));
}

function hasLines(style: string): true | undefined {
  return drawnBorders.test(style) || undefined;
}
