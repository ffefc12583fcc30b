import { describe, expect, it } from 'vitest';
import { isRectangular, tableGrid } from '#shared/document/table-grid.ts';

const row = (...children: readonly { readonly columns?: number; readonly rows?: number }[]) => ({ children });

describe('a table', () => {
  it('is a rectangle when cells that cover several places leave no gap', () => {
    expect(isRectangular([row({ rows: 2 }, { columns: 2 }), row({}, {})])).toBe(true);
    expect(isRectangular([row({ rows: 2, columns: 2 }), row()])).toBe(true);
  });

  it.each([
    ['a gap', [row({}, {}), row({})]],
    ['an overlap', [row({}, { rows: 2 }), row({ columns: 2 })]],
    ['a cell beyond the last row', [row({ rows: 2 }, {})]],
    ['no cell at all', [row()]],
    ['too many columns', [row({ columns: 200 }, {})]],
  ])('is refused with %s', (_what, rows) => {
    expect(isRectangular(rows)).toBe(false);
  });

  it('places each cell where HTML would', () => {
    const { cells, width } = tableGrid([row({ rows: 2 }, { columns: 2 }), row({}, {})]);
    expect(width).toBe(3);
    expect(cells.map(({ row: line, column }) => [line, column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 2],
    ]);
  });
});
