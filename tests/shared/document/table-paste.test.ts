import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TableNode } from '#shared/document/schema.ts';
import { tableSchema } from '#shared/document/schema.ts';
import type { TableArea } from '#shared/document/table-cells.ts';
import { cellsOf, isWithin, wholeCells } from '#shared/document/table-cells.ts';
import { emptyTable } from '#shared/document/table-edit.ts';
import { maxTableSide } from '#shared/document/table-grid.ts';
import { fillCells, replaceCells } from '#shared/document/table-paste.ts';
import { blockText, inlineText } from '#shared/document/walk.ts';
import { arbitraryTable } from '#tests/builders/arbitrary-document.ts';
import { drawnTable, tableDrawing } from '#tests/builders/drawn-table.ts';

const area = (top: number, left: number, bottom = top, right = left): TableArea => ({ top, left, bottom, right });
const four = drawnTable('一|二/三|四');

function replaced(table: string, over: TableArea, source: string | TableNode): string | undefined {
  const from = typeof source === 'string' ? drawnTable(source) : source;
  return tableDrawing(replaceCells(drawnTable(table), over, from)?.table);
}

function filled(table: string, caret: TableArea, source: TableNode): string | undefined {
  return tableDrawing(fillCells(drawnTable(table), caret, source)?.table);
}

describe('a table over selected cells', () => {
  const nine = '甲|乙|丙/丁|戊|己/庚|辛|壬';

  test('of the same size takes their place', () => {
    expect(replaced(nine, area(1, 1, 2, 2), four)).toBe('甲|乙|丙/丁|一|二/庚|三|四');
  });

  test('one cell goes into each of them', () => {
    expect(replaced(nine, area(0, 0, 1, 1), '一')).toBe('一|一|丙/一|一|己/庚|辛|壬');
    expect(replaced('甲=2/丙|丁', area(0, 0, 1, 1), '一'), 'merged cells stay merged').toBe('一=2/一|一');
  });

  test('is repeated where it goes in without rest', () => {
    expect(replaced(nine, area(0, 0, 2, 1), '一|二')).toBe('一|二|丙/一|二|己/一|二|壬');
    expect(replaced('甲|乙|丙|丁', area(0, 0, 0, 3), '一|二')).toBe('一|二|一|二');
  });

  test('smaller otherwise: stands at the first, and cells that it does not reach keep their words', () => {
    expect(replaced(nine, area(0, 0, 2, 2), four)).toBe('一|二|丙/三|四|己/庚|辛|壬');
  });

  test('larger: empty cells take what goes beyond, and rows and columns are added at the end', () => {
    expect(replaced('甲|/丙|', area(0, 0), four)).toBe('一|二/三|四/丙|');
    expect(replaced('甲|/|', area(0, 0), four)).toBe('一|二/三|四');
    expect(replaced('甲|乙/丙|丁', area(1, 1), four)).toBe('甲|乙|/丙|一|二/|三|四');
  });

  test('larger: rows and columns are added where words stand in the way', () => {
    expect(replaced('甲|乙/丙|丁', area(0, 0, 0, 1), four), 'rows').toBe('一|二/三|四/丙|丁');
    expect(replaced('甲|乙/丙|丁', area(0, 0, 1, 0), four), 'columns').toBe('一|二|乙/三|四|丁');
    expect(replaced('甲|乙/丙|丁', area(0, 0), four), 'both').toBe('一|二|乙/三|四|/丙||丁');
  });

  test('brings its merged cells; those of the selection are taken apart', () => {
    expect(replaced(nine, area(0, 0, 1, 1), '一=2/二|三')).toBe('一=2|丙/二|三|己/庚|辛|壬');
    expect(replaced('甲=2|丙/丁|戊|己', area(0, 0, 1, 1), four)).toBe('一|二|丙/三|四|己');
    expect(replaced('甲^2|乙/丙', area(0, 0, 0, 0), '一/二')).toBe('一|乙/二|丙');
  });

  test('a merged cell that is selected in part counts as a whole', () => {
    expect(replaced('甲|乙=2/丙|丁|戊', area(0, 0, 0, 1), '一|二|三')).toBe('一|二|三/丙|丁|戊');
  });

  test('the header is that of the place', () => {
    expect(replaced('甲#|乙#/丙|丁', area(0, 0, 1, 1), '一|二#/三#|四')).toBe('一#|二#/三|四');
  });

  test('is not put where the table would become too large', () => {
    expect(replaceCells(emptyTable(maxTableSide, 1, false), area(maxTableSide - 1, 0), four)).toBeUndefined();
  });
});

describe('a table at the caret in a cell', () => {
  test('empty cells are filled, rows and columns are added', () => {
    expect(filled('甲|/|', area(1, 1), four)).toBe('甲||/|一|二/|三|四');
  });

  test('words that stand in the way are kept: new rows make room', () => {
    expect(filled('甲|乙/丙|丁', area(0, 0), four)).toBe('甲|乙/一|二/三|四/丙|丁');
    expect(filled('甲^2|乙/丙', area(0, 0, 1, 0), four)).toBe('甲^2|乙/丙/一|二/三|四');
  });

  test('empty merged cells are taken apart for it', () => {
    expect(filled('=2/|', area(0, 0, 0, 1), four)).toBe('一|二/三|四');
  });

  test('is not put where the table would become too large', () => {
    expect(fillCells(emptyTable(maxTableSide, 1, false), area(maxTableSide - 1, 0), four)).toBeUndefined();
  });
});

const letters = (text: string): string[] => text.replaceAll('\n', '').split('').sort();
const lettersOf = (node: TableNode): string[] => letters(blockText(node));

test('any table over any cells gives a rectangle, with every word of the source and every word that was not selected', () => {
  const side = fc.nat(4);
  fc.assert(
    fc.property(arbitraryTable, arbitraryTable, side, side, side, side, (table, source, a, b, c, d) => {
      const { height, width } = cellsOf(table);
      const row = (at: number): number => Math.min(at, height - 1);
      const column = (at: number): number => Math.min(at, width - 1);
      const over = wholeCells(
        table,
        area(Math.min(row(a), row(c)), Math.min(column(b), column(d)), row(Math.max(a, c)), column(Math.max(b, d))),
      );
      const rest = cellsOf(table).cells.filter((cell) => !isWithin(cell, over));
      const words = [...lettersOf(source), ...rest.flatMap((cell) => letters(inlineText(cell.children)))];
      const pasted = replaceCells(table, over, source);
      expect(tableSchema.safeParse(pasted?.table).error).toBeUndefined();
      const left = pasted ? lettersOf(pasted.table) : [];
      for (const letter of words) {
        const at = left.indexOf(letter);
        expect(at, letter).toBeGreaterThanOrEqual(0);
        left.splice(at, 1);
      }
      const beside = fillCells(table, over, source);
      expect(tableSchema.safeParse(beside?.table).error).toBeUndefined();
      expect(beside && lettersOf(beside.table)).toEqual([...lettersOf(table), ...lettersOf(source)].sort());
    }),
    { numRuns: 300, seed: 20220316 },
  );
});
