import type { Cells, Placed, TableArea } from './table-cells.ts';
import {
  cellsOf,
  isHeaderLine,
  isWithin,
  tableOf,
  tight,
  turned,
  wholeCells,
  withRow,
  withoutRows,
} from './table-cells.ts';
import type { InlineNode, TableNode } from './schema.ts';
import { maxTableSide } from './table-grid.ts';

/** A table of empty cells; with `header` its first row is one. */
export function emptyTable(rows: number, columns: number, header: boolean): TableNode {
  return {
    type: 'table',
    children: Array.from({ length: rows }, (_row, row) => ({
      type: 'table-row',
      children: Array.from({ length: columns }, () => ({
        type: 'table-cell',
        ...(header && row === 0 ? { header } : {}),
        children: [],
      })),
    })),
  };
}

/** One more row before the row `at`, or at the end. Cells that reach over it grow; a header column goes on. */
export function insertRow(table: TableNode, at: number): TableNode {
  return table.children.length < maxTableSide ? tableOf(withRow(cellsOf(table), at)) : table;
}

/** One more column before the column `at`, or at the end. */
export function insertColumn(table: TableNode, at: number): TableNode {
  const cells = cellsOf(table);
  return cells.width < maxTableSide ? tableOf(turned(withRow(turned(cells), at))) : table;
}

/** The table without the rows of the area; cells that reach beyond keep their words. Undefined when nothing is left. */
export function removeRows(
  table: TableNode,
  { top, bottom }: Pick<TableArea, 'top' | 'bottom'>,
): TableNode | undefined {
  const left = withoutRows(cellsOf(table), top, bottom);
  return left && tableOf(tight(left));
}

/** The table without the columns of the area; undefined when nothing is left. */
export function removeColumns(
  table: TableNode,
  { left, right }: Pick<TableArea, 'left' | 'right'>,
): TableNode | undefined {
  const rest = withoutRows(turned(cellsOf(table)), left, right);
  return rest && tableOf(tight(turned(rest)));
}

/** Makes one cell of an area, grown to whole cells; their words follow each other with line breaks between them. */
export function mergeCells(table: TableNode, area: TableArea): TableNode {
  const whole = wholeCells(table, area);
  const all = cellsOf(table);
  const inside = all.cells.filter((cell) => isWithin(cell, whole));
  const first = inside[0];
  if (first === undefined || inside.length === 1) return table;
  const merged: Placed = {
    row: whole.top,
    column: whole.left,
    rows: whole.bottom - whole.top + 1,
    columns: whole.right - whole.left + 1,
    header: first.header,
    children: joinRuns(inside.map(({ children }) => children)),
  };
  return tableOf(tight({ ...all, cells: [...all.cells.filter((cell) => !inside.includes(cell)), merged] }));
}

/** Runs of words as one, empty ones left out. */
export function joinRuns(runs: readonly (readonly InlineNode[])[]): InlineNode[] {
  return runs
    .filter((run) => run.length > 0)
    .flatMap((run, index) => (index === 0 ? run : [{ type: 'linebreak' as const }, ...run]));
}

/** Takes a merged cell apart; its words stay in the first of the cells. */
export function splitCell(table: TableNode, row: number, column: number): TableNode {
  const all = cellsOf(table);
  return tableOf({
    ...all,
    cells: all.cells.flatMap((cell) => {
      if (cell.row !== row || cell.column !== column) return [cell];
      return Array.from({ length: cell.rows * cell.columns }, (_none, index) => ({
        ...cell,
        row: cell.row + Math.floor(index / cell.columns),
        column: cell.column + (index % cell.columns),
        rows: 1,
        columns: 1,
        children: index === 0 ? cell.children : [],
      }));
    }),
  });
}

/** Whether every cell in the row is a header. */
export function isHeaderRow(table: TableNode, row: number): boolean {
  return isHeaderLine(cellsOf(table).cells, (cell) => cell.row <= row && cell.row + cell.rows > row);
}

export function isHeaderColumn(table: TableNode, column: number): boolean {
  return isHeaderLine(cellsOf(table).cells, (cell) => cell.column <= column && cell.column + cell.columns > column);
}

/** Makes the row a header, or plain again where no header column crosses it. */
export function toggleHeaderRow(table: TableNode, row: number): TableNode {
  return tableOf(withHeaderToggled(cellsOf(table), row));
}

export function toggleHeaderColumn(table: TableNode, column: number): TableNode {
  return tableOf(turned(withHeaderToggled(turned(cellsOf(table)), column)));
}

function withHeaderToggled(all: Cells, row: number): Cells {
  const inRow = (cell: Placed): boolean => cell.row <= row && cell.row + cell.rows > row;
  const isOn = isHeaderLine(all.cells, inRow);
  const inHeaderColumn = (cell: Placed): boolean =>
    all.height > 1 &&
    isHeaderLine(all.cells, (other) => other.column <= cell.column && other.column + other.columns > cell.column);
  return {
    ...all,
    cells: all.cells.map((cell) => (inRow(cell) ? { ...cell, header: !isOn || inHeaderColumn(cell) } : cell)),
  };
}
