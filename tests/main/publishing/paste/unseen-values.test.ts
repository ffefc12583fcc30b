import { expect, test } from 'vitest';
import { pasteConverter } from '#main/publishing/paste/convert-paste.ts';

/** The cells of a paste from Excel whose values are told as lost. */
async function toldOf(rows: string): Promise<readonly string[]> {
  const head = '<meta name=Generator content="Microsoft Excel 15"><style>td{border:.5pt solid windowtext;}</style>';
  const { notes } = await pasteConverter.convert(
    { html: `${head}<table>${rows}</table>`, rtf: null, markdown: null },
    { captionMark: '▲', creditMark: '摄影：' },
  );
  return notes.find(({ kind }) => kind === 'value-unseen')?.samples ?? [];
}

test('a value that Excel shows as ##### in a narrow column is told by its row and column', async () => {
  const rows =
    '<tr><td rowspan=2>项目</td><td colspan=2>完成情况</td></tr><tr><td>日期</td><td>金额</td></tr>' +
    '<tr><td>城东</td><td>########</td><td>12</td></tr><tr><td>城西</td><td>3月16日</td><td>#####</td></tr>';
  expect(await toldOf(rows)).toEqual(['城东 · 日期 · ########', '城西 · 金额 · #####']);
});

test('so is the only cell of a paste; a number sign and a topic are words', async () => {
  expect(await toldOf('<tr><td>########</td></tr>')).toEqual(['########']);
  expect(await toldOf('<tr><td>#</td><td>#3楼</td></tr><tr><td>##</td><td>#旧改#</td></tr>')).toEqual([]);
});
