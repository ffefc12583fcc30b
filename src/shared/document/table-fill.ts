import type { Placed, TableArea } from './table-cells.ts';
import { cellsOf, isWithin, tableOf, tight, touches, turned, wholeCells, withRow } from './table-cells.ts';
import { emptyTable, joinRuns } from './table-edit.ts';
import type { TableCellNode, TableNode } from './schema.ts';
import { maxTableSide } from './table-grid.ts';

/** The cells of an area, grown to whole cells, as a table of their own. */
export function cropTable(table: TableNode, area: TableArea): TableNode {
  const whole = wholeCells(table, area);
  const cells = cellsOf(table).cells.filter((cell) => isWithin(cell, whole));
  return tableOf(
    tight({
      height: whole.bottom - whole.top + 1,
      width: whole.right - whole.left + 1,
      cells: cells.map((cell) => ({ ...cell, row: cell.row - whole.top, column: cell.column - whole.left })),
    }),
  );
}

/** The table with the words of the area's cells gone. */
export function clearCells(table: TableNode, area: TableArea): TableNode {
  const all = cellsOf(table);
  const whole = wholeCells(table, area);
  return tableOf({
    ...all,
    cells: all.cells.map((cell) => (isWithin(cell, whole) ? { ...cell, children: [] } : cell)),
  });
}

/**
 * Puts the words of another table into the cells from a place on; rows and columns are added as they are needed. Where
 * words stand outside of `over` new rows make room, so that none is lost; a place that a merged cell covers gives its
 * words to that cell. Undefined when it would grow beyond the largest table.
 */
export function fillCells(
  table: TableNode,
  at: { readonly row: number; readonly column: number },
  source: TableNode,
  over: TableArea | null,
): TableNode | undefined {
  const from = cellsOf(source);
  const base = over ? clearCells(table, over) : table;
  const target = { top: at.row, left: at.column, bottom: at.row + from.height - 1, right: at.column + from.width - 1 };
  const isTaken = cellsOf(base).cells.some((cell) => touches(cell, target) && cell.children.length > 0);
  const top = isTaken ? at.row + 1 : at.row;
  const height = Math.max(base.children.length + (isTaken ? from.height : 0), top + from.height);
  const width = Math.max(cellsOf(base).width, at.column + from.width);
  if (height > maxTableSide || width > maxTableSide) return undefined;
  let room = cellsOf(base);
  if (isTaken) for (const _row of source.children) room = withRow(room, top);
  while (room.height < height) room = withRow(room, room.height);
  while (room.width < width) room = turned(withRow(turned(room), room.width));
  return tableOf({
    ...room,
    cells: room.cells.map((cell) => {
      const arriving = from.cells.filter((one) => {
        const row = one.row + top;
        const column = one.column + at.column;
        return (
          row >= cell.row && row < cell.row + cell.rows && column >= cell.column && column < cell.column + cell.columns
        );
      });
      if (arriving.length === 0) return cell;
      return { ...cell, children: joinRuns([cell.children, ...arriving.map(({ children }) => children)]) };
    }),
  });
}

/** A rectangle of cells whatever the rows are: spans are cut where there is no room, gaps are filled with empty cells. */
export function repairTable(rows: readonly { readonly children: readonly TableCellNode[] }[]): TableNode {
  const taken: boolean[][] = rows.map(() => []);
  const cells: Placed[] = [];
  rows.forEach(({ children }, row) => {
    const line = taken[row] ?? [];
    for (const cell of children) {
      let column = 0;
      while (line[column]) column += 1;
      let columns = 1;
      while (columns < (cell.columns ?? 1) && !line[column + columns]) columns += 1;
      let below = 1;
      while (below < (cell.rows ?? 1) && isFree(taken[row + below], column, columns)) below += 1;
      for (let down = 0; down < below; down += 1) {
        for (let across = 0; across < columns; across += 1) {
          const covered = taken[row + down];
          if (covered) covered[column + across] = true;
        }
      }
      cells.push({ row, column, rows: below, columns, header: cell.header ?? false, children: cell.children });
    }
  });
  const width = Math.max(1, ...taken.map((line) => line.length));
  taken.forEach((line, row) => {
    for (let column = 0; column < width; column += 1) {
      if (!line[column]) cells.push({ row, column, rows: 1, columns: 1, header: false, children: [] });
    }
  });
  return rows.length === 0 ? emptyTable(1, 1, false) : tableOf({ height: rows.length, width, cells });
}

function isFree(line: readonly boolean[] | undefined, column: number, columns: number): boolean {
  return line !== undefined && !line.slice(column, column + columns).includes(true);
}
