/** A cell as the definition of its row says (RTF 1.9.1, "Table Definitions"). */
interface CellDefinition {
  /** Twips from the left edge of the text. */
  readonly right: number;
  /** Joined with the one to its left, or above. */
  readonly isJoinedLeft: boolean;
  readonly isJoinedUp: boolean;
}

interface RowDefinition {
  left: number;
  isHeader: boolean;
  hasLines: boolean;
  readonly cells: CellDefinition[];
}

interface Row {
  readonly definition: RowDefinition;
  /** Markup of each cell. */
  readonly cells: readonly string[];
}

/** Edges that are as near as this (twips) are one: programs round. */
const sameEdge = 30;
const mostColumns = 200;

/** Reads the words that define the cells of a row: `\trowd` begins, each `\cellx` ends a cell. */
export class RowDefinitionReader {
  private row: RowDefinition = newRow();
  private isJoinedLeft = false;
  private isJoinedUp = false;

  /** Whether the word belongs to a definition. */
  read(word: string, value: number): boolean {
    if (word === 'trowd') this.row = newRow();
    else if (word === 'trleft') this.row.left = value;
    else if (word === 'trhdr') this.row.isHeader = true;
    else if (/^brdr(?:s|th|db|dot|dash|hair)$/u.test(word)) this.row.hasLines = true;
    else if (word === 'clmrg') this.isJoinedLeft = true;
    else if (word === 'clvmrg') this.isJoinedUp = true;
    else if (word === 'cellx') this.endCell(value);
    else return false;
    return true;
  }

  /** The definition as it stands; the same one holds for rows that bring none. */
  get current(): RowDefinition {
    return this.row;
  }

  private endCell(right: number): void {
    const { isJoinedLeft, isJoinedUp } = this;
    if (this.row.cells.length < mostColumns) this.row.cells.push({ right, isJoinedLeft, isJoinedUp });
    this.isJoinedLeft = false;
    this.isJoinedUp = false;
  }
}

function newRow(): RowDefinition {
  return { left: 0, isHeader: false, hasLines: false, cells: [] };
}

interface PlacedCell {
  readonly from: number;
  readonly columns: number;
  readonly isJoinedUp: boolean;
  rows: number;
  markup: string;
}

/** A table of RTF, gathered row by row, as one of HTML: columns by the edges of all rows, merged cells by their spans. */
export class RtfTable {
  private readonly rows: Row[] = [];

  addRow(definition: RowDefinition, cells: readonly string[]): void {
    this.rows.push({ definition, cells });
  }

  toHtml(): string {
    const edges = edgesOf(this.rows);
    let above = new Map<number, PlacedCell>();
    const lines = this.rows.map(({ definition, cells }) => {
      const inRow = joinedLeft(definition, cells, edges);
      const own: PlacedCell[] = [];
      const next = new Map<number, PlacedCell>();
      for (const cell of inRow) {
        const over = cell.isJoinedUp ? above.get(cell.from) : undefined;
        if (over?.columns === cell.columns) {
          over.rows += 1;
          over.markup += cell.markup;
        } else {
          own.push(cell);
        }
        next.set(cell.from, over?.columns === cell.columns ? over : cell);
      }
      above = next;
      return { own, isHeader: definition.isHeader };
    });
    const border = this.rows.some(({ definition }) => definition.hasLines) ? ' border=1' : '';
    const body = lines.map(({ own, isHeader }) => `<tr>${own.map((cell) => cellHtml(cell, isHeader)).join('')}</tr>`);
    return `<table${border}>${body.join('')}</table>`;
  }
}

/** The cells of a row by their columns, those that are joined with the one to their left in it. */
function joinedLeft(definition: RowDefinition, cells: readonly string[], edges: readonly number[]): PlacedCell[] {
  const indent = columnAt(edges, definition.left);
  const placed: PlacedCell[] = indent > 0 ? [{ from: 0, columns: indent, rows: 1, isJoinedUp: false, markup: '' }] : [];
  let from = indent;
  for (const [index, markup] of cells.entries()) {
    const cell = definition.cells[index];
    const columns = Math.max(1, (cell ? columnAt(edges, cell.right) : 0) - from);
    const last = placed.at(-1);
    if (cell?.isJoinedLeft && last) {
      placed[placed.length - 1] = { ...last, columns: last.columns + columns, markup: last.markup + markup };
    } else {
      placed.push({ from, columns, rows: 1, isJoinedUp: cell?.isJoinedUp ?? false, markup });
    }
    from += columns;
  }
  return placed;
}

function cellHtml({ columns, rows, markup }: PlacedCell, isHeader: boolean): string {
  const tag = isHeader ? 'th' : 'td';
  return `<${tag} colspan=${columns} rowspan=${rows}>${markup}</${tag}>`;
}

/** The edges of all cells from left to right. */
function edgesOf(rows: readonly Row[]): readonly number[] {
  const all = rows.flatMap(({ definition }) => [definition.left, ...definition.cells.map(({ right }) => right)]);
  const edges: number[] = [];
  for (const edge of all.toSorted((a, b) => a - b)) {
    if (edge - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > sameEdge) edges.push(edge);
  }
  return edges;
}

function columnAt(edges: readonly number[], edge: number): number {
  return Math.max(
    0,
    edges.findLastIndex((known) => known <= edge),
  );
}
