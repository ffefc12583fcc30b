import { describe, expect, test } from 'vitest';
import { partTables } from '#shared/document/tabbed-lines.ts';
import { tableSchema } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';

/** Each part as its line, or as its rows of cells. */
const read = (text: string) =>
  partTables(text.split('\n')).map((part) => {
    if (part.kind === 'line') return part.text;
    return tableSchema.parse(part.table).children.map((row) => row.children.map((cell) => inlineText(cell.children)));
  });

describe('tables among lines of plain text', () => {
  test('rows that tabs part alike, between lines that stay lines', () => {
    expect(read('各区完成情况：\n区域\t套数\t面积\n城东\t12\t3,400\n城西\t\t1,200\n以上。')).toEqual([
      '各区完成情况：',
      [
        ['区域', '套数', '面积'],
        ['城东', '12', '3,400'],
        ['城西', '', '1,200'],
      ],
      '以上。',
    ]);
  });

  test('a first cell may be empty, where others of its column are not', () => {
    expect(read('\t合格\t不合格\n城东\t30\t6')).toEqual([
      [
        ['', '合格', '不合格'],
        ['城东', '30', '6'],
      ],
    ]);
  });

  test.each([
    ['one line with a tab', '联系人：张三\t电话：5524538'],
    ['numbers of a list', '1.\t登记问题\n2.\t限期整改'],
    ['Chinese numbers of a list', '（一）\t登记问题\n（二）\t限期整改'],
    ['indents', '\t第一段。\n\t第二段。'],
    ['lines that tabs part differently', '甲\t乙\n丙\t丁\t戊'],
    ['lines without tabs', '甲\n乙'],
  ])('%s are none', (_what, text) => {
    expect(read(text)).toEqual(text.split('\n'));
  });

  test('a table is no longer than the longest that a draft holds', () => {
    const rows = Array.from({ length: 450 }, (_unused, at) => `行\t${String(at)}`);
    expect(partTables(rows).map((part) => part.kind === 'table' && part.lines.length)).toEqual([200, 200, 50]);
  });
});
