import { expect, test } from 'vitest';
import { pasteConverter } from '#main/publishing/paste/convert-paste.ts';
import { blockText } from '#shared/document/walk.ts';

/** A field as Word writes it into HTML: its instruction in a comment that only Office reads, its end in another. */
const field = (instruction: string): string =>
  `<!--[if supportFields]><span style='mso-element:field-begin'></span> ${instruction}<![endif]--><!--[if supportFields]><span style='mso-element:field-end'></span><![endif]-->`;

async function read(inside: string) {
  const { blocks, notes } = await pasteConverter.convert(
    { html: `<p class=MsoNormal>${inside}</p>`, rtf: null, markdown: null },
    { captionMark: '▲', creditMark: '摄影：' },
  );
  return { words: blocks.map(blockText).join('\n'), notes: notes.map(({ kind }) => kind) };
}

test.each([
  ['a character in a circle', `第${field("eq \\o\\ac(○,<span style='font-size:8pt'>1</span>)")}条`, '第①条', []],
  ['a character below its reading', `${field('EQ \\* jc2 \\o\\ad(\\s\\up 9(b&iacute;n),槟)')}榔`, '槟榔', ['reading']],
  ['a fraction', `占${field('eq \\f(3,4)')}。`, '占3/4。', ['equation']],
])('what Word draws of a field and gives nobody else is not lost: %s', async (_what, inside, words, notes) => {
  expect(await read(inside)).toEqual({ words, notes });
});

test('fields that have a result are what stands there', async () => {
  expect(
    await read(`见${field('HYPERLINK "https://www.gov.cn/"')}<a href="https://www.gov.cn/">通知</a>`),
  ).toMatchObject({
    words: '见通知',
  });
});
