import { expect, test } from 'vitest';
import { pasteConverter } from '#main/publishing/paste/convert-paste.ts';
import { blockText } from '#shared/document/walk.ts';

async function read(html: string): Promise<string> {
  const { blocks } = await pasteConverter.convert(
    { html, rtf: null, markdown: null },
    { captionMark: '▲', creditMark: '摄影：' },
  );
  return blocks.map(blockText).join('\n');
}

/** As Word writes a sign that was put in from its table of signs. */
const wordSign = (font: string, letter: string): string =>
  `<span lang=EN-US style='font-family:"${font}";mso-ascii-font-family:宋体;mso-char-type:symbol;mso-symbol-font-family:"${font}"'><span style='mso-char-type:symbol;mso-symbol-font-family:"${font}"'>${letter}</span></span>`;

test.each([
  ['a number that is at least so large', `面积${wordSign('Symbol', '³')}5平方米`, '面积≥5平方米'],
  ['a tick and a box', `${wordSign('Wingdings 2', 'R')}同意${wordSign('Wingdings', '¨')}不同意`, '☑同意□不同意'],
  ['private letters of the font', wordSign('Wingdings', '\uf0fe'), '☑'],
  ['the older element for fonts', '<font face="Wingdings">þ</font>同意', '☑同意'],
  ['Chinese in the same font', '<span style="font-family:Symbol">£同意</span>', '≤同意'],
])('letters of a font of signs are the signs that people see: %s', async (_what, html, words) => {
  expect(await read(`<p>${html}</p>`)).toBe(words);
});

test('but not where another font draws them', async () => {
  expect(
    await read('<p><span style="font-family:Wingdings">R<span style="font-family:Arial">R</span></span></p>'),
  ).toMatch(/R$/u);
  expect(await read('<p style="font-family:Arial, Symbol">R</p>')).toBe('R');
});
