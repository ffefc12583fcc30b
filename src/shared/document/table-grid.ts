/** No table of a press release is longer or wider; it bounds the work that a hostile span can cause. */
export const maxTableSide = 200;

/** What the grid asks of a cell; the stored cell has it. */
interface Span {
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

export interface PlacedCell<Cell> {
  readonly cell: Cell;
  /** Of its upper left corner, from 0. */
  readonly row: number;
  readonly column: number;
}

export interface TableGrid<Cell> {
  /** Every place of the grid by row and column; a covered place names the cell that covers it, a gap is undefined. */
  readonly places: readonly (readonly (PlacedCell<Cell> | undefined)[])[];
  readonly cells: readonly PlacedCell<Cell>[];
  /** Columns of the widest row. */
  readonly width: number;
  /** Two cells want one place, or a cell goes beyond the last row. */
  readonly broken: boolean;
}

/** Places cells as HTML does: each takes the first free place of its row. Total, also for tables that are no rectangle. */
export function tableGrid<Cell extends Span>(rows: readonly { readonly children: readonly Cell[] }[]): TableGrid<Cell> {
  const places: (PlacedCell<Cell> | undefined)[][] = rows.map(() => []);
  const cells: PlacedCell<Cell>[] = [];
  let broken = false;
  rows.forEach(({ children }, row) => {
    let column = 0;
    for (const cell of children) {
      while (places[row]?.[column] !== undefined) column += 1;
      const placed = { cell, row, column };
      cells.push(placed);
      for (let down = 0; down < (cell.rows ?? 1); down += 1) {
        const line = places[row + down];
        if (line === undefined) {
          broken = true;
          break;
        }
        for (let across = 0; across < (cell.columns ?? 1); across += 1) {
          broken ||= line[column + across] !== undefined;
          line[column + across] ??= placed;
        }
      }
    }
  });
  const width = Math.max(0, ...places.map((line) => line.length));
  return { places, cells, width, broken };
}

/** Whether the cells fill a rectangle without gap or overlap. */
export function isRectangular(rows: readonly { readonly children: readonly Span[] }[]): boolean {
  const { places, width, broken } = tableGrid(rows);
  if (broken || width === 0 || width > maxTableSide) return false;
  return places.every((line) => line.length === width && !line.includes(undefined));
}
