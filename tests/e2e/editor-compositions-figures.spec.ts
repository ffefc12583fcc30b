import type { BlockNode, FigureNode } from '#shared/document/schema.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const figure = (caption: string, more: Partial<FigureNode> = {}): FigureNode => ({
  type: 'figure',
  asset: 'a'.repeat(64),
  alt: '会场',
  credit: '张三',
  children: caption === '' ? [] : [{ type: 'text', text: caption }],
  ...more,
});
const beside = [{ asset: 'b'.repeat(64), alt: '签约' }];
const pinyin = ['z', 'zh', 'zhu', 'zhu j', 'zhu ji', 'zhu jian'];

const captions = [
  { name: 'at the start of a group’s caption', more: { beside }, caption: '现场', at: 0, result: '住建现场' },
  { name: 'in the middle of a group’s caption', more: { beside }, caption: '现场', at: 1, result: '现住建场' },
  { name: 'at the end of a group’s caption', more: { beside }, caption: '现场', at: 2, result: '现场住建' },
  { name: 'in the empty caption of a group', more: { beside }, caption: '', at: 0, result: '住建' },
  { name: 'in the empty caption of a waiting figure', more: { asset: null }, caption: '', at: 0, result: '住建' },
  { name: 'in a hidden caption', more: { captionHidden: true as const }, caption: '现场', at: 1, result: '现住建场' },
  { name: 'behind a ▲ that was typed', more: {}, caption: '▲', at: 1, result: '▲住建' },
  {
    name: 'before a credit in the words',
    more: { credit: '' },
    caption: '现场（李四 摄）',
    at: 2,
    result: '现场住建（李四 摄）',
  },
] satisfies readonly { name: string; more: Partial<FigureNode>; caption: string; at: number; result: string }[];

for (const { name, more, caption, at, result } of captions) {
  test(`a composition ${name} is exact, also after a cancelled one, and one undo takes it back`, async ({
    openSheet,
  }) => {
    const before = [words('前文'), figure(caption, more), figure('邻图'), words('后文')];
    const sheet = await openSheet(before);
    await sheet.caret(1, at);
    await sheet.compose(pinyin, null);
    expect((await sheet.read()).children).toEqual(before);
    await sheet.compose(pinyin, '住建');
    const after = [words('前文'), figure(result, more), figure('邻图'), words('后文')];
    expect((await sheet.read()).children).toEqual(after);
    await expect.poll(async () => (await sheet.counts()).pauses).toBeGreaterThan(0);
    await sheet.page.keyboard.press('Control+z');
    expect((await sheet.read()).children).toEqual(before);
    await sheet.page.keyboard.press('Control+y');
    expect((await sheet.read()).children).toEqual(after);
  });
}

/** A key that an input method takes for itself while it composes. */
async function processKey(sheet: Sheet, code: string, key: string): Promise<void> {
  await sheet.cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code,
    windowsVirtualKeyCode: 229,
  });
  await sheet.cdp.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    key,
    code,
    windowsVirtualKeyCode: key.charCodeAt(0),
  });
}

const confirming = [
  { code: 'Enter', key: 'Enter' },
  { code: 'Space', key: ' ' },
  { code: 'Digit1', key: '1' },
  { code: 'Tab', key: 'Tab' },
] as const;

for (const { code, key } of confirming) {
  test(`${code} that confirms a candidate leaks nothing: caption, group, credit`, async ({ openSheet }) => {
    const sheet = await openSheet([figure('图'), figure('组', { beside }), words('后文')]);
    const confirm = async (text: string): Promise<void> => {
      await sheet.cdp.send('Input.imeSetComposition', { text: 'zhu jian', selectionStart: 8, selectionEnd: 8 });
      await processKey(sheet, code, key);
      await sheet.cdp.send('Input.insertText', { text });
    };
    await sheet.caret(0, 1);
    await confirm('住建');
    await sheet.caret(1, 1);
    await confirm('住房');
    await sheet.page.getByRole('textbox', { name: '摄影' }).last().focus();
    await sheet.page.keyboard.press('End');
    await confirm('李四');
    expect((await sheet.read()).children).toEqual([
      figure('图住建'),
      figure('组住房', { beside, credit: '张三李四' }),
      words('后文'),
    ]);
  });
}

test('a cancelled composition in the credit leaves nothing, several in a row are exact', async ({ openSheet }) => {
  const sheet = await openSheet([figure('图', { credit: '' })]);
  await sheet.page.getByRole('textbox', { name: '摄影' }).focus();
  await sheet.compose(['z', 'zh'], null);
  expect((await sheet.read()).children).toEqual([figure('图', { credit: '' })]);
  await sheet.compose(['z', 'zhang'], '张');
  await sheet.compose(['s', 'san'], '三');
  await sheet.compose(['g', 'gong tu'], '供图');
  expect((await sheet.read()).children).toEqual([figure('图', { credit: '张三供图' })]);
});

test('a composition in an alternative text of a group goes to its picture', async ({ openSheet }) => {
  const sheet = await openSheet([figure('图', { beside })]);
  await sheet.page.locator('.gq-picture img').nth(1).click();
  await sheet.page.getByRole('button', { name: '替代文字' }).click();
  await sheet.page.getByRole('textbox', { name: '替代文字' }).focus();
  await sheet.page.keyboard.press('End');
  await sheet.compose(['y', 'yi shi'], '仪式');
  await sheet.page.keyboard.press('Escape');
  expect((await sheet.read()).children).toEqual([
    figure('图', { beside: [{ asset: 'b'.repeat(64), alt: '签约仪式' }] }),
  ]);
});

test('nothing is read out of a caption while it composes, though the document is read', async ({ openSheet }) => {
  const sheet = await openSheet([figure('', { credit: '' }), words('后文')]);
  await sheet.caret(0, 0);
  await sheet.page.keyboard.insertText('▲现场（李四 摄）');
  await sheet.cdp.send('Input.imeSetComposition', { text: 'zhu', selectionStart: 3, selectionEnd: 3 });
  expect((await sheet.read()).children).toEqual([figure('▲现场（李四 摄）', { credit: '' }), words('后文')]);
  await sheet.cdp.send('Input.insertText', { text: '。' });
  expect((await sheet.read()).children).toEqual([figure('▲现场（李四 摄）。', { credit: '' }), words('后文')]);
  await sheet.caret(1, 0);
  await expect.poll(async () => (await sheet.read()).children[0]).toEqual(figure('现场。', { credit: '李四' }));
});

test('a composition over words in and around captions replaces what is shown as selected, and one undo gives it back', async ({
  openSheet,
}) => {
  const before = [words('前文'), figure('现场'), figure('邻图'), words('后文')];
  const sheet = await openSheet(before);
  for (const [from, to, after] of [
    ['前文', '现场', [words('前住建'), figure('场'), figure('邻图'), words('后文')]],
    ['现场', '邻图', [words('前文'), figure('现住建'), figure('图'), words('后文')]],
    ['邻图', '后文', [words('前文'), figure('现场'), figure('邻住建'), words('文')]],
    ['前文', '后文', [words('前住建文')]],
  ] as const) {
    await sheet.page.evaluate(
      ([from, to]) => {
        const texts = document.createTreeWalker(document.querySelector('.gq-text') ?? document, NodeFilter.SHOW_TEXT);
        const nodes: Node[] = [];
        while (texts.nextNode()) nodes.push(texts.currentNode);
        const [start, end] = [from, to].map((words) => nodes.find(({ nodeValue }) => nodeValue === words));
        if (!start || !end) throw new Error(`no ${from} or ${to}`);
        getSelection()?.setBaseAndExtent(start, 1, end, 1);
      },
      [from, to] as const,
    );
    await sheet.selection();
    await sheet.compose(pinyin, '住建');
    expect((await sheet.read()).children, `${from} – ${to}`).toEqual(after);
    await sheet.page.keyboard.press('Control+z');
    expect((await sheet.read()).children).toEqual(before);
  }
});
