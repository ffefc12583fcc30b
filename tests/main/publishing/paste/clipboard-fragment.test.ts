import { expect, test } from 'vitest';
import { pasteConverter } from '#main/publishing/paste/convert-paste.ts';
import { blockText } from '#shared/document/walk.ts';

async function read(html: string): Promise<readonly string[]> {
  const marks = { captionMark: '▲', creditMark: '摄影：' };
  const { blocks } = await pasteConverter.convert({ html, rtf: null, markdown: null }, marks);
  return blocks.map((block) => `${block.type} ${blockText(block)}`);
}

const header = (start: number, end: number): string =>
  `Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000000\r\nStartFragment:${String(start).padStart(8, '0')}\r\nEndFragment:${String(end).padStart(8, '0')}\r\n`;

/** As Windows' "HTML Clipboard Format" describes it, its places counted in bytes of UTF-8. */
function clipboardFormat(before: string, part: string, after: string): string {
  const start = Buffer.byteLength(header(0, 0) + before);
  return header(start, start + Buffer.byteLength(part)) + before + part + after;
}

test('only the copied part comes in, by its comments', async () => {
  const around = '<p>栏目：首页</p><div><p>上一段</p>';
  expect(
    await read(
      `<html><body>${around}<!--StartFragment--><p>选中的话</p><!--EndFragment--><p>下一段</p></div><p>版权</p></body></html>`,
    ),
  ).toEqual(['paragraph 选中的话']);
});

test('only the copied part comes in, by the places in the header', async () => {
  const html = clipboardFormat('<html><body><p>栏目：首页</p>', '<p>选中的话</p>', '<p>版权</p></body></html>');
  expect(await read(html)).toEqual(['paragraph 选中的话']);
});

test('what the part stands in stays around it: a list, a table with its columns', async () => {
  const list = '<body><ol><li>一</li><!--StartFragment--><li>二</li><li>三</li><!--EndFragment--><li>四</li></ol>';
  expect(await read(list)).toEqual(['list 二\n三']);
  const table =
    '<body><table border=1><colgroup><col><col style="display:none"><col></colgroup><tr><td>前</td></tr><!--StartFragment--><tr><td>甲</td><td>藏</td><td>乙</td></tr><tr><td>1</td><td>0</td><td>2</td></tr><!--EndFragment--></table>';
  expect(await read(table)).toEqual(['table 甲\n乙\n1\n2']);
});

test('a part that holds such marks of an older paste comes in whole', async () => {
  const older = '<p>一</p><!--StartFragment--><p>二</p><!--EndFragment--><p>三</p>';
  expect(await read(older)).toHaveLength(3);
  expect(await read(`<html><body><!--StartFragment-->${older}<!--EndFragment--></body></html>`)).toHaveLength(3);
});

test.each([
  '<p>一</p><!--StartFragment--><p>二</p>',
  '<p>一</p><!--EndFragment--><p>二</p>',
  'Version:0.9\r\nStartFragment:9\r\nEndFragment:3\r\n<p>一</p><p>二</p>',
])('with half of the marks all of it comes in (%#)', async (html) =>
  expect(await read(html)).toEqual(['paragraph 一', 'paragraph 二']),
);
