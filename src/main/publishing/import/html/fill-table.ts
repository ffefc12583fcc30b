import type { InlineNode, TableRowNode } from '#shared/document/schema.ts';
import { isRectangular, maxTableSide } from '#shared/document/table-grid.ts';

export interface LooseCell {
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly children: readonly InlineNode[];
}
export interface LooseRow {
  readonly section: number;
  readonly cells: readonly LooseCell[];
}

interface Placed {
  readonly cell: LooseCell;
  /** The first of its columns that is shown; undefined when none is. */
  readonly column: number | undefined;
  readonly end: number;
  readonly rows: number;
}

export interface FilledTables {
  readonly tables: readonly TableRowNode[][];
  readonly isMended: boolean;
  /** Cells that stand in hidden columns only. */
  readonly hidden: readonly LooseCell[];
}

/** Columns as the source counts them, many of which only spans cross. */
export const mostSourceColumns = 2000;

/**
 * Rows of any table as rectangles: spans are cut where they would overlap or leave their section, columns in which no
 * cell begins are left out, gaps are filled with empty cells, every 200 rows a new table begins. No table comes of rows
 * that are wider than the schema allows.
 * @param hiddenColumns from 0, as the source counts
 */
export function fillTable(rows: readonly LooseRow[], hiddenColumns: ReadonlySet<number> = new Set()): FilledTables {
  const tables: TableRowNode[][] = [];
  const hidden: LooseCell[] = [];
  let isMended = false;
  for (let from = 0; from < rows.length; from += maxTableSide) {
    const placed = placeCells(rows.slice(from, from + maxTableSide), hiddenColumns);
    const filled = placed && fillGaps(placed);
    if (!filled || !isRectangular(filled.children)) return { tables: [], isMended: true, hidden };
    tables.push(filled.children);
    for (const { cell } of placed.flat().filter(({ column }) => column === undefined)) hidden.push(cell);
    isMended ||= filled.isMended;
  }
  return { tables, isMended, hidden };
}

/** Each cell in the first free place of its row, as HTML lays tables out; undefined for rows that are too wide. */
function placeCells(
  rows: readonly LooseRow[],
  hiddenColumns: ReadonlySet<number>,
): readonly (readonly Placed[])[] | undefined {
  const taken: boolean[][] = rows.map(() => []);
  const placed: Placed[][] = [];
  for (const [index, row] of rows.entries()) {
    const nextSection = rows.findIndex((other, at) => at > index && other.section !== row.section);
    const below = (nextSection < 0 ? rows.length : nextSection) - index;
    const line = taken[index] ?? [];
    let column = 0;
    placed.push([]);
    for (const cell of row.cells) {
      while (line[column]) column += 1;
      if (column >= mostSourceColumns) return undefined;
      let end = column + 1;
      while (end < column + cell.columns && !line[end]) end += 1;
      const down = Math.min(cell.rows, below);
      for (const covered of taken.slice(index, index + down)) {
        for (let at = column; at < end; at += 1) covered[at] = true;
      }
      let shown = column;
      while (shown < end && hiddenColumns.has(shown)) shown += 1;
      placed[index]?.push({ cell, column: shown < end ? shown : undefined, end, rows: down });
      column = end;
    }
  }
  return placed;
}

function fillGaps(placed: readonly (readonly Placed[])[]): { children: TableRowNode[]; isMended: boolean } {
  const begins = [...new Set(placed.flatMap((row) => row.flatMap(({ column }) => column ?? [])))].sort((a, b) => a - b);
  const covered: boolean[][] = placed.map(() => []);
  let isMended = false;
  const children = placed.map((row, index): TableRowNode => {
    const cells = new Map<number, TableRowNode['children'][number]>();
    for (const { cell, column, end, rows } of row) {
      if (column === undefined) continue;
      const first = begins.indexOf(column);
      const columns = begins.filter((begin) => begin >= column && begin < end).length;
      for (const line of covered.slice(index, index + rows)) {
        for (let at = first; at < first + columns; at += 1) line[at] = true;
      }
      cells.set(first, {
        type: 'table-cell',
        ...(cell.isHeader ? { header: true } : {}),
        ...(columns > 1 ? { columns } : {}),
        ...(rows > 1 ? { rows } : {}),
        children: [...cell.children],
      });
    }
    for (const column of begins.keys()) {
      if (covered[index]?.[column]) continue;
      isMended = true;
      cells.set(column, { type: 'table-cell', children: [] });
    }
    return { type: 'table-row', children: [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell) };
  });
  return { children, isMended };
}
