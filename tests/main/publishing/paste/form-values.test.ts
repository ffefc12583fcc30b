import { expect, test } from 'vitest';
import { pasteConverter } from '#main/publishing/paste/convert-paste.ts';
import { blockText } from '#shared/document/walk.ts';

async function read(html: string): Promise<readonly string[]> {
  const { blocks } = await pasteConverter.convert(
    { html, rtf: null, markdown: null },
    { captionMark: '▲', creditMark: '摄影：' },
  );
  return blocks.map(blockText);
}

test('what was written into a form that is seen comes in with its label', async () => {
  expect(
    await read(
      '<p>拟稿：<input value="张三"></p><p>意见：<textarea>拟同意。</textarea></p><p><input type=date value=2026-05-06></p>',
    ),
  ).toEqual(['拟稿：张三', '意见：拟同意。', '2026-05-06']);
});

test('fields that nobody saw stay out, and so does the search of a site', async () => {
  expect(
    await read(
      '<p>正文<input type=hidden value=甲><input style="display:none" value=乙><textarea hidden>丙</textarea><input type=search value=请输入关键字><input type=password value=丁></p>',
    ),
  ).toEqual(['正文']);
});
