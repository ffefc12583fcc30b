import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockText } from '#shared/document/walk.ts';
import type { BlockNode, TableNode } from '#shared/document/schema.ts';
import { tableSchema } from '#shared/document/schema.ts';
import type { TableArea } from '#shared/document/table-cells.ts';
import { wholeCells } from '#shared/document/table-cells.ts';
import {
  emptyTable,
  insertColumn,
  insertRow,
  isHeaderColumn,
  isHeaderRow,
  mergeCells,
  removeColumns,
  removeRows,
  splitCell,
  toggleHeaderColumn,
  toggleHeaderRow,
} from '#shared/document/table-edit.ts';
import { clearCells, cropTable, repairTable } from '#shared/document/table-fill.ts';
import { maxTableSide, tableGrid } from '#shared/document/table-grid.ts';
import { drawnTable, tableDrawing } from '#tests/builders/drawn-table.ts';
import { arbitraryTable } from '#tests/builders/arbitrary-document.ts';

const area = (top: number, left: number, bottom = top, right = left): TableArea => ({ top, left, bottom, right });

describe('rows and columns', () => {
  test('a new row goes between rows, and a cell that reaches over the place grows', () => {
    expect(tableDrawing(insertRow(drawnTable('甲|乙/丙|丁'), 1))).toBe('甲|乙/|/丙|丁');
    expect(tableDrawing(insertRow(drawnTable('甲^2|乙/丁'), 1))).toBe('甲^3|乙//丁');
    expect(tableDrawing(insertRow(drawnTable('甲|乙'), 1))).toBe('甲|乙/|');
  });

  test('a new column likewise', () => {
    expect(tableDrawing(insertColumn(drawnTable('甲|乙/丙|丁'), 0))).toBe('|甲|乙/|丙|丁');
    expect(tableDrawing(insertColumn(drawnTable('甲=2/丙|丁'), 1))).toBe('甲=3/丙||丁');
  });

  test('a header column goes on in a new row, a header row in a new column', () => {
    expect(tableDrawing(insertRow(drawnTable('甲#|乙#/丙#|丁'), 2))).toBe('甲#|乙#/丙#|丁/#|');
    expect(tableDrawing(insertRow(drawnTable('甲#|乙#/丙|丁'), 1))).toBe('甲#|乙#/|/丙|丁');
    expect(tableDrawing(insertColumn(drawnTable('甲#|乙#/丙|丁'), 2))).toBe('甲#|乙#|#/丙|丁|');
  });

  test('rows and columns go with their words; a cell that reaches beyond keeps its own', () => {
    expect(tableDrawing(removeRows(drawnTable('甲|乙/丙|丁'), { top: 0, bottom: 0 }))).toBe('丙|丁');
    expect(tableDrawing(removeRows(drawnTable('甲^2|乙/丁'), { top: 0, bottom: 0 }))).toBe('甲|丁');
    expect(tableDrawing(removeRows(drawnTable('甲|乙^2/丙'), { top: 1, bottom: 1 }))).toBe('甲|乙');
    expect(tableDrawing(removeColumns(drawnTable('甲=2/丙|丁'), { left: 1, right: 1 }))).toBe('甲/丙');
    expect(removeRows(drawnTable('甲|乙'), { top: 0, bottom: 0 })).toBeUndefined();
    expect(removeColumns(drawnTable('甲=2/丙|丁'), { left: 0, right: 1 })).toBeUndefined();
  });

  test('the largest table grows no further', () => {
    const large = emptyTable(maxTableSide, 2, false);
    expect(insertRow(large, 3)).toBe(large);
    expect(insertColumn(emptyTable(1, maxTableSide, true), 0).children[0]?.children).toHaveLength(maxTableSide);
  });
});

describe('merging and splitting', () => {
  test('merged cells keep all words, with line breaks between them', () => {
    expect(tableDrawing(mergeCells(drawnTable('甲|乙|丙/丁||己/庚|辛|壬'), area(0, 0, 1, 1)))).toBe(
      '甲⏎乙⏎丁=2^2|丙/己/庚|辛|壬',
    );
  });

  test('an area that cuts a merged cell takes all of it', () => {
    expect(wholeCells(drawnTable('甲=2|乙/丙|丁^2|戊/己|庚'), area(1, 0, 1, 1))).toEqual(area(1, 0, 2, 1));
  });

  test('rows and columns that nobody could see any more go', () => {
    expect(tableDrawing(mergeCells(drawnTable('甲|乙/丙|丁'), area(0, 0, 1, 1)))).toBe('甲⏎乙⏎丙⏎丁');
    expect(tableDrawing(mergeCells(drawnTable('甲|乙/丙|丁/戊|己'), area(0, 0, 1, 1)))).toBe('甲⏎乙⏎丙⏎丁=2/戊|己');
  });

  test('a split cell keeps its words in the first', () => {
    expect(tableDrawing(splitCell(drawnTable('甲=2^2#|乙/丙'), 0, 0))).toBe('甲#|#|乙/#|#|丙');
  });
});

describe('headers', () => {
  test('a row is made a header and plain again, but where a header column crosses it', () => {
    const headed = toggleHeaderRow(drawnTable('甲|乙/丙|丁'), 0);
    expect(tableDrawing(headed)).toBe('甲#|乙#/丙|丁');
    expect(tableDrawing(toggleHeaderRow(headed, 0))).toBe('甲|乙/丙|丁');
    const both = toggleHeaderColumn(headed, 0);
    expect(tableDrawing(both)).toBe('甲#|乙#/丙#|丁');
    expect([isHeaderRow(both, 0), isHeaderRow(both, 1), isHeaderColumn(both, 0)]).toEqual([true, false, true]);
    expect(tableDrawing(toggleHeaderRow(both, 0))).toBe('甲#|乙/丙#|丁');
  });
});

test('a part of a table is a table', () => {
  expect(tableDrawing(cropTable(drawnTable('甲|乙|丙/丁^2|戊|己/庚|辛'), area(1, 1, 2, 2)))).toBe('戊|己/庚|辛');
  expect(tableDrawing(cropTable(drawnTable('甲=2|丙/丁|戊|己'), area(0, 0)))).toBe('甲');
});

test('rows of any shape are made a rectangle', () => {
  expect(tableDrawing(repairTable(drawnTable('甲|乙/丙').children))).toBe('甲|乙/丙|');
  expect(tableDrawing(repairTable(drawnTable('甲^3|乙/丙').children))).toBe('甲^2|乙/丙');
  expect(tableDrawing(repairTable(drawnTable('甲|乙^2/丙=3').children))).toBe('甲|乙^2/丙');
  expect(tableDrawing(repairTable([]))).toBe('');
});

const within = (node: TableNode, [a, b, c, d]: readonly [number, number, number, number]): TableArea => {
  const { width } = tableGrid(node.children);
  const rows = [a, c].map((row) => Math.min(row, node.children.length - 1)).sort((one, other) => one - other);
  const columns = [b, d].map((column) => Math.min(column, width - 1)).sort((one, other) => one - other);
  return area(rows[0] ?? 0, columns[0] ?? 0, rows[1] ?? 0, columns[1] ?? 0);
};
const letters = (...nodes: readonly BlockNode[]): string =>
  nodes
    .flatMap((node) => blockText(node).replaceAll('\n', '').split(''))
    .sort()
    .join('');

describe('for any table', () => {
  const at = fc.nat(4);
  const someArea = fc.tuple(at, at, at, at);
  test('every act gives a rectangle, and none but a removal loses words', () => {
    fc.assert(
      fc.property(arbitraryTable, someArea, (node, corners) => {
        const part = within(node, corners);
        const kept = [
          insertRow(node, part.top),
          insertColumn(node, part.right + 1),
          mergeCells(node, part),
          splitCell(node, part.top, part.left),
          toggleHeaderRow(node, part.top),
          toggleHeaderColumn(node, part.left),
          repairTable(node.children),
        ];
        const less = [cropTable(node, part), clearCells(node, part), removeRows(node, part), removeColumns(node, part)];
        for (const result of [...kept, ...less]) {
          if (result) expect(tableSchema.safeParse(result).error).toBeUndefined();
        }
        for (const result of kept) expect(letters(result)).toBe(letters(node));
        expect(repairTable(node.children)).toEqual(node);
      }),
      { numRuns: 300, seed: 20220316 },
    );
  });

  test('a repaired table is a rectangle and has all words, whatever its spans', () => {
    const row = fc.array(
      fc.record(
        { columns: fc.integer({ min: 2, max: 5 }), rows: fc.integer({ min: 2, max: 5 }) },
        { requiredKeys: [] },
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        const broken = rows.map((cells) => ({
          children: cells.map((spans) => ({
            type: 'table-cell' as const,
            ...spans,
            children: [{ type: 'text' as const, text: '字' }],
          })),
        }));
        const repaired = repairTable(broken);
        expect(tableSchema.safeParse(repaired).error).toBeUndefined();
        expect(letters(repaired)).toBe('字'.repeat(rows.flat().length));
      }),
      { numRuns: 300, seed: 20220316 },
    );
  });
});
