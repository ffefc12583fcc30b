import type { InlineNode } from '#shared/document/schema.ts';
import { tableGrid, type PlacedCell } from '#shared/document/table-grid.ts';
import { inlineText } from '#shared/document/walk.ts';

interface ShownCell {
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  readonly children: readonly InlineNode[];
}
export interface ShownRow {
  readonly children: readonly ShownCell[];
}

/** What a sheet of cells shows, and copies, of a number or date that its column is too narrow for. */
const tooNarrow = /^#{3,}$/u;

/** Where values of a table are lost behind such signs: each by the names of its row and column. */
export function unseenValues(rows: readonly ShownRow[]): readonly string[] {
  const { places, cells } = tableGrid(rows);
  return cells.flatMap(({ cell, row, column }) => {
    const words = wordsOf(cell);
    if (!tooNarrow.test(words)) return [];
    const above = places.slice(0, row).map((line) => wordsOf(line[column]?.cell));
    const head = above.findLast((text) => text !== '' && !/[\d#]/u.test(text));
    const names = [wordsAt(places[row]?.slice(0, column) ?? []), head, words].filter(Boolean);
    return [names.join(' · ')];
  });
}

function wordsAt(line: readonly (PlacedCell<ShownCell> | undefined)[]): string | undefined {
  return line.map((placed) => wordsOf(placed?.cell)).find((text) => text !== '' && !tooNarrow.test(text));
}

function wordsOf(cell: ShownCell | undefined): string {
  return inlineText(cell?.children ?? []).trim();
}
