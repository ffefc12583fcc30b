import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery, withoutClause } from '#shared/search/query/parse-query.ts';

const words = (text: string) => ({ kind: 'words', text, excluded: false });
const filter = (field: string, ...values: string[]) => ({ kind: 'filter', field, values, excluded: false });

test.each([
  ['小区 改造', [words('小区'), words('改造')]],
  ['小区　改造', [words('小区'), words('改造')]],
  ['"小区 改造"', [words('小区 改造')]],
  ['“小区 改造”', [words('小区 改造')]],
  ['「小区 改造', [words('小区 改造')]],
  ['-改造', [{ ...words('改造'), excluded: true }]],
  ['－“小区 改造”', [{ ...words('小区 改造'), excluded: true }]],
  ['GB/T-15834', [words('GB/T-15834')]],
  ['栏目:工作动态', [filter('column', '工作动态')]],
  ['栏目：工作动态，通知公告', [filter('column', '工作动态', '通知公告')]],
  ['欄目：工作動態', [filter('column', '工作動態')]],
  ['column:"工作 动态"', [filter('column', '工作 动态')]],
  ['STATUS:待审', [filter('state', '待审')]],
  ['-图:有', [{ ...filter('picture', '有'), excluded: true }]],
  ['栏目:', [filter('column')]],
  ['日期:2026-11 小区', [filter('date', '2026-11'), words('小区')]],
  ['说明:小区', [{ ...words('说明:小区'), unknownField: '说明' }]],
  ['https://www.gov.cn', [words('https://www.gov.cn')]],
  ['10:30', [words('10:30')]],
  ['-', [words('-')]],
  ['"', []],
  ['', []],
])('%s is taken apart', (query, expected) => {
  expect(parseQuery(query).map(({ start: _start, end: _end, ...clause }) => clause)).toEqual(expected);
});

describe('parts', () => {
  test('can be taken out again, one by one', () => {
    const query = '小区 栏目：工作动态 -"甲 乙" 图:有';
    const [, column, phrase] = parseQuery(query);
    expect(column && withoutClause(query, column)).toBe('小区 -"甲 乙" 图:有');
    expect(phrase && withoutClause(query, phrase)).toBe('小区 栏目：工作动态 图:有');
  });

  test('cover what was typed in order, whatever it is', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), (query) => {
        let end = 0;
        for (const clause of parseQuery(query)) {
          expect(clause.start).toBeGreaterThanOrEqual(end);
          expect(clause.end).toBeGreaterThan(clause.start);
          ({ end } = clause);
        }
        expect(end).toBeLessThanOrEqual(query.length);
      }),
      { seed: 20261128, numRuns: 500 },
    );
  });
});
