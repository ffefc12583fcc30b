import type { InlineNode, TableNode } from '../../document/schema.ts';
import { tableGrid } from '../../document/table-grid.ts';
import { inlineText } from '../../document/walk.ts';
import type { BlockRule } from '../rule.ts';

/** The portal's column of 42 characters (`render/page-style.ts`), in characters of the smaller words of a table. */
const portalColumn = 45;
/** Around the words of a column: its lines and the space beside them. */
const around = 1.3;
/** So many Han characters a column needs to be read; fewer stand on end, one below the other. */
const legible = 4;

/** A table whose columns do not fit the portal's column, however its words are broken. An estimate: no font is asked. */
export const tableWide: BlockRule = (block) => {
  if (block.type !== 'table') return [];
  const width = Math.ceil(tableWidth(block));
  if (width <= portalColumn) return [];
  const columns = tableGrid(block.children).width;
  return [{ rule: 'table-wide', severity: 'warning', params: { columns, width, limit: portalColumn } }];
};

/** The least width that shows every cell, in characters. A merged cell widens its last column by what it lacks. */
function tableWidth(table: TableNode): number {
  const { cells, width } = tableGrid(table.children);
  const columns = Array.from({ length: width }, () => around);
  const widening = [...cells].sort((one, other) => (one.cell.columns ?? 1) - (other.cell.columns ?? 1));
  for (const { cell, column } of widening) {
    const end = column + (cell.columns ?? 1);
    const there = columns.slice(column, end).reduce((sum, one) => sum + one, 0);
    const lack = wordsWidth(cell.children) + around - there;
    if (lack > 0) columns[end - 1] = (columns[end - 1] ?? 0) + lack;
  }
  return columns.reduce((sum, one) => sum + one, 0);
}

/** What can not be broken, or as much of the words as has to stand on one line: full width counts 1, half width 0.5. */
function wordsWidth(words: readonly InlineNode[]): number {
  const lines = inlineText(words).split('\n');
  const pieces = lines.flatMap((line) => line.match(/[\u0021-\u024f]+/g) ?? []);
  return Math.max(
    ...pieces.map((piece) => piece.length / 2),
    ...lines.map((line) => Math.min(textWidth(line.trim()), legible)),
  );
}

function textWidth(line: string): number {
  return Array.from(line).reduce((sum, character) => sum + (/[\u0020-\u024f]/.test(character) ? 0.5 : 1), 0);
}
