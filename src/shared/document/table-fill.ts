import type { Placed, TableArea } from './table-cells.ts';
import { cellsOf, isWithin, tableOf, tight, wholeCells } from './table-cells.ts';
import { emptyTable } from './table-edit.ts';
import type { TableCellNode, TableNode } from './schema.ts';

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
