import type { InlineNode, TableCellNode, TableNode } from './schema.ts';
import { tableGrid } from './table-grid.ts';

/** Rows and columns of a part of the grid, both ends included. */
export interface TableArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A cell with its place and spans written out. */
export interface Placed {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly header: boolean;
  readonly children: readonly InlineNode[];
}

export interface Cells {
  readonly height: number;
  readonly width: number;
  readonly cells: readonly Placed[];
}

export function cellsOf(table: TableNode): Cells {
  const { cells, width } = tableGrid(table.children);
  return {
    height: table.children.length,
    width,
    cells: cells.map(({ cell, row, column }) => ({
      row,
      column,
      rows: cell.rows ?? 1,
      columns: cell.columns ?? 1,
      header: cell.header ?? false,
      children: cell.children,
    })),
  };
}

export function tableOf({ height, cells }: Cells): TableNode {
  return {
    type: 'table',
    children: Array.from({ length: height }, (_none, row) => ({
      type: 'table-row',
      children: cells
        .filter((cell) => cell.row === row)
        .sort((one, other) => one.column - other.column)
        .map(cellOf),
    })),
  };
}

function cellOf({ header, columns, rows, children }: Placed): TableCellNode {
  return {
    type: 'table-cell',
    ...(header ? { header } : {}),
    ...(columns > 1 ? { columns } : {}),
    ...(rows > 1 ? { rows } : {}),
    children: [...children],
  };
}

/** Rows for columns and columns for rows, so that what is done to rows needs no second way for columns. */
export function turned({ height, width, cells }: Cells): Cells {
  return {
    height: width,
    width: height,
    cells: cells.map((cell) => ({
      ...cell,
      row: cell.column,
      column: cell.row,
      rows: cell.columns,
      columns: cell.rows,
    })),
  };
}

export function isWithin(cell: Placed, area: TableArea): boolean {
  return (
    cell.row >= area.top &&
    cell.column >= area.left &&
    cell.row + cell.rows - 1 <= area.bottom &&
    cell.column + cell.columns - 1 <= area.right
  );
}

export function touches(cell: Placed, area: TableArea): boolean {
  return (
    cell.row <= area.bottom &&
    cell.column <= area.right &&
    cell.row + cell.rows > area.top &&
    cell.column + cell.columns > area.left
  );
}

/** The smallest area that holds the given one and cuts no cell. */
export function wholeCells(table: TableNode, area: TableArea): TableArea {
  const { cells } = cellsOf(table);
  let grown = area;
  for (;;) {
    const next = cells
      .filter((cell) => touches(cell, grown))
      .reduce(
        (around, cell) => ({
          top: Math.min(around.top, cell.row),
          left: Math.min(around.left, cell.column),
          bottom: Math.max(around.bottom, cell.row + cell.rows - 1),
          right: Math.max(around.right, cell.column + cell.columns - 1),
        }),
        grown,
      );
    if (
      next.top === grown.top &&
      next.left === grown.left &&
      next.bottom === grown.bottom &&
      next.right === grown.right
    )
      return next;
    grown = next;
  }
}

export function withRow({ height, width, cells }: Cells, at: number): Cells {
  const over = cells.filter((cell) => cell.row < at && cell.row + cell.rows > at);
  const moved = cells.map((cell) => {
    if (over.includes(cell)) return { ...cell, rows: cell.rows + 1 };
    return cell.row >= at ? { ...cell, row: cell.row + 1 } : cell;
  });
  const free = Array.from({ length: width }, (_none, column) => column).filter(
    (column) => !over.some((cell) => cell.column <= column && cell.column + cell.columns > column),
  );
  const added = free.map((column) => ({
    row: at,
    column,
    rows: 1,
    columns: 1,
    header: height > 1 && isHeaderLine(cells, (cell) => cell.column <= column && cell.column + cell.columns > column),
    children: [],
  }));
  return { height: height + 1, width, cells: [...moved, ...added] };
}

export function isHeaderLine(cells: readonly Placed[], isOfLine: (cell: Placed) => boolean): boolean {
  return cells.filter(isOfLine).every((cell) => cell.header);
}

export function withoutRows({ height, width, cells }: Cells, first: number, last: number): Cells | undefined {
  const count = last - first + 1;
  if (count >= height) return undefined;
  const left = cells.flatMap((cell): Placed[] => {
    const end = cell.row + cell.rows - 1;
    const gone = Math.max(0, Math.min(end, last) - Math.max(cell.row, first) + 1);
    if (gone === cell.rows) return [];
    const row = cell.row > last ? cell.row - count : Math.min(cell.row, first);
    return [{ ...cell, row, rows: cell.rows - gone }];
  });
  return { height: height - count, width, cells: left };
}

/** Without rows and columns in which no cell begins: nobody sees them, and nobody could get into them. */
export function tight(cells: Cells): Cells {
  return turned(withoutEmptyRows(turned(withoutEmptyRows(cells))));
}

function withoutEmptyRows(all: Cells): Cells {
  for (let row = all.height - 1; row > 0; row -= 1) {
    if (all.cells.some((cell) => cell.row === row)) continue;
    return withoutEmptyRows(withoutRows(all, row, row) ?? all);
  }
  return all;
}
