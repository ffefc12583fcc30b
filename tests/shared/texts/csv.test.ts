import { describe, expect, it } from 'vitest';
import { csvText } from '#shared/texts/csv.ts';

describe('CSV', () => {
  it('puts every cell in quotes and ends lines as Excel wants them', () => {
    expect(
      csvText([
        ['时间', '人员', 3],
        ['a"b', 'c,d\ne', ''],
      ]),
    ).toBe('"时间","人员","3"\r\n"a""b","c,d\ne",""\r\n');
  });

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '＋1', '－1', '＠x'])(
    'lets a spreadsheet run no cell: %j',
    (value) => expect(csvText([[value]])).toBe(`"'${value}"\r\n`),
  );

  it('leaves signs alone that stand within words', () => {
    expect(csvText([['2026-11-28', '甲+乙']])).toBe('"2026-11-28","甲+乙"\r\n');
  });
});
