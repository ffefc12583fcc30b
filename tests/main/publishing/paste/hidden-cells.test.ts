import { expect, test } from 'vitest';
import { pasteConverter } from '#main/publishing/paste/convert-paste.ts';

test.each([
  ['a cell', '<tr><td>城东</td><td style="display:none">内部一</td><td>36</td></tr>'],
  ['a row', '<tr><td>城东</td><td>36</td></tr><tr style="display:none"><td>内部一</td><td>5</td></tr>'],
  [
    'a part',
    '<tbody><tr><td>城东</td><td>36</td></tr></tbody><tbody hidden style="display:none"><tr><td>内部一</td></tr></tbody>',
  ],
])('%s of a table that nobody saw stays out, and is told', async (_what, rows) => {
  const html = `<table border="1">${rows}<tr><td>城西</td><td>8</td></tr></table>`;
  const { blocks, notes } = await pasteConverter.convert(
    { html, rtf: null, markdown: null },
    { captionMark: '▲', creditMark: '摄影：' },
  );
  expect(JSON.stringify(blocks)).not.toContain('内部');
  expect(notes.find(({ kind }) => kind === 'hidden-text')?.samples.join('')).toContain('内部一');
});
