import type { TableNode } from './schema.ts';
import { maxTableSide } from './table-grid.ts';

/** A line of plain text, or lines that are the rows of a table. */
export type TextPart =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'table'; readonly table: TableNode; readonly lines: readonly string[] };

/** What programs write in front of a list's line: `1.` `（一）` `•`; the tab behind it parts no cells. */
const listSign = /^(?:[(（]?[\d一二三四五六七八九十]{1,4}[.．、)）]+|[•·●○■□◆▪►➢✓*–—-])$/u;

/** Tables among the lines of a plain text: neighbours that are parted by tabs alike, as sheets of cells write their rows. */
export function partTables(lines: readonly string[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  for (let at = 0; at < lines.length;) {
    const end = endOfRows(lines, at);
    const rows = lines.slice(at, end).map((line) => line.split('\t').map((cell) => cell.trim()));
    if (isTable(rows)) {
      parts.push({ kind: 'table', table: tableOf(rows), lines: lines.slice(at, end) });
      at = end;
    } else {
      parts.push({ kind: 'line', text: lines[at] ?? '' });
      at += 1;
    }
  }
  return parts;
}

/** Where the lines from `from` on no longer have as many tabs as that one. */
function endOfRows(lines: readonly string[], from: number): number {
  const tabs = tabsIn(lines[from]);
  let end = from + 1;
  while (end < lines.length && end - from < maxTableSide && tabsIn(lines[end]) === tabs) end += 1;
  return end;
}

function tabsIn(line = ''): number {
  return line.split('\t').length - 1;
}

/** Two rows and columns at least, most of them filled, and neither indents nor a list. */
function isTable(rows: readonly (readonly string[])[]): boolean {
  const columns = rows[0]?.length ?? 0;
  if (rows.length < 2 || columns < 2 || columns > maxTableSide) return false;
  const filled = rows.flat().filter((cell) => cell !== '').length;
  const hasNames = rows.some(([first]) => first !== '');
  return hasNames && filled * 2 > rows.length * columns && !rows.every(([first = '']) => listSign.test(first));
}

function tableOf(rows: readonly (readonly string[])[]): TableNode {
  return {
    type: 'table',
    children: rows.map((cells) => ({
      type: 'table-row',
      children: cells.map((text) => ({ type: 'table-cell', children: text === '' ? [] : [{ type: 'text', text }] })),
    })),
  };
}
