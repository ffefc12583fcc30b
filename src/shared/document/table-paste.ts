import type { TableNode } from './schema.ts';
import type { Cells, Placed, TableArea } from './table-cells.ts';
import { cellsOf, isWithin, tableOf, tight, touches, turned, wholeCells, withRow } from './table-cells.ts';
import { maxTableSide } from './table-grid.ts';

export interface PastedTable {
  readonly table: TableNode;
  /** Where the pasted cells stand now. */
  readonly area: TableArea;
}

/**
 * Puts another table in the place of selected cells, as sheets of cells do. One cell goes into each of the selected;
 * where the selection holds the source a whole number of times it is repeated; otherwise it stands at the selection's
 * first cell, and selected cells that it does not reach keep their words. Merged cells come as the source has them. What
 * goes beyond the selection takes empty cells, else rows and columns are added for it: no words are lost but those that
 * were selected and replaced. Undefined when it would grow beyond the largest table.
 */
export function replaceCells(table: TableNode, over: TableArea, source: TableNode): PastedTable | undefined {
  const area = wholeCells(table, over);
  const from = cellsOf(source);
  const all = cellsOf(table);
  const [only] = from.cells;
  if (only && from.cells.length === 1) {
    const cells = all.cells.map((cell) => (isWithin(cell, area) ? { ...cell, children: only.children } : cell));
    return { table: tableOf({ ...all, cells }), area };
  }
  const repeated = repeat(from, area);
  const target = sized(area.top, area.left, repeated);
  const room = withRoomBelow(withRoomBeside(all, area, target), area, target);
  return putIn(room, target, repeated);
}

/**
 * Puts another table into the cells from the one that holds the caret on. Words that stand there stay: rows below that
 * cell make room. Undefined when it would grow beyond the largest table.
 */
export function fillCells(table: TableNode, caret: TableArea, source: TableNode): PastedTable | undefined {
  const from = cellsOf(source);
  const all = cellsOf(table);
  const target = sized(caret.top, caret.left, from);
  if (!hasWords(all, (cell) => touches(cell, target))) return putIn(all, target, from);
  return putIn(withRows(all, caret.bottom + 1, from.height), sized(caret.bottom + 1, caret.left, from), from);
}

function sized(top: number, left: number, { height, width }: Cells): TableArea {
  return { top, left, bottom: top + height - 1, right: left + width - 1 };
}

/** The source as often as it goes into an area without rest, else once. */
function repeat(from: Cells, area: TableArea): Cells {
  const down = (area.bottom - area.top + 1) / from.height;
  const across = (area.right - area.left + 1) / from.width;
  if (!Number.isInteger(down) || !Number.isInteger(across)) return from;
  const turns = Array.from({ length: down * across }, (_none, turn) => [Math.floor(turn / across), turn % across]);
  return {
    height: from.height * down,
    width: from.width * across,
    cells: turns.flatMap(([below = 0, beside = 0]) =>
      from.cells.map((cell) => ({
        ...cell,
        row: cell.row + below * from.height,
        column: cell.column + beside * from.width,
      })),
    ),
  };
}

function hasWords({ cells }: Cells, isMeant: (cell: Placed) => boolean): boolean {
  return cells.some((cell) => cell.children.length > 0 && isMeant(cell));
}

/** With columns right of the area where the target goes beyond it and words stand there. */
function withRoomBeside(all: Cells, area: TableArea, target: TableArea): Cells {
  return turned(withRoomBelow(turned(all), turnedArea(area), { ...turnedArea(target), right: area.bottom }));
}

function turnedArea({ top, left, bottom, right }: TableArea): TableArea {
  return { top: left, left: top, bottom: right, right: bottom };
}

/** With rows below the area where the target goes beyond it and words stand there. */
function withRoomBelow(all: Cells, area: TableArea, target: TableArea): Cells {
  const beyond = target.bottom - area.bottom;
  if (beyond <= 0) return all;
  const below = { ...target, top: area.bottom + 1 };
  return hasWords(all, (cell) => touches(cell, below)) ? withRows(all, area.bottom + 1, beyond) : all;
}

function withRows(all: Cells, at: number, count: number): Cells {
  return Array.from({ length: count }).reduce<Cells>((room) => withRow(room, at), all);
}

function putIn(all: Cells, target: TableArea, from: Cells): PastedTable | undefined {
  const height = Math.max(all.height, target.bottom + 1);
  const width = Math.max(all.width, target.right + 1);
  if (height > maxTableSide || width > maxTableSide) return undefined;
  const tall = withRows(all, all.height, height - all.height);
  const room = turned(withRows(turned(tall), tall.width, width - tall.width));
  const headers = room.cells.filter((cell) => cell.header);
  const isHeader = (row: number, column: number): boolean =>
    headers.some((cell) => touches(cell, { top: row, left: column, bottom: row, right: column }));
  const arriving = from.cells.map((cell) => {
    const [row, column] = [cell.row + target.top, cell.column + target.left];
    return { ...cell, row, column, header: isHeader(row, column) };
  });
  const cells = [...room.cells.flatMap((cell) => around(cell, target)), ...arriving];
  return { table: tableOf(tight({ height, width, cells })), area: target };
}

/** What is left of a cell outside of an area: up to four cells, its words in the one with its first corner. */
function around(cell: Placed, area: TableArea): Placed[] {
  if (!touches(cell, area)) return [cell];
  const bottom = cell.row + cell.rows - 1;
  const right = cell.column + cell.columns - 1;
  const [top, low] = [Math.max(cell.row, area.top), Math.min(bottom, area.bottom)];
  const pieces: readonly TableArea[] = [
    { top: cell.row, left: cell.column, bottom: area.top - 1, right },
    { top, left: cell.column, bottom: low, right: area.left - 1 },
    { top, left: area.right + 1, bottom: low, right },
    { top: area.bottom + 1, left: cell.column, bottom, right },
  ];
  return pieces.flatMap((piece) => {
    const rows = piece.bottom - piece.top + 1;
    const columns = piece.right - piece.left + 1;
    if (rows <= 0 || columns <= 0) return [];
    const isFirst = piece.top === cell.row && piece.left === cell.column;
    return [{ ...cell, row: piece.top, column: piece.left, rows, columns, children: isFirst ? cell.children : [] }];
  });
}
