import type { BlockNode } from '#shared/document/schema.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});
const figure = (caption: string): BlockNode => ({
  type: 'figure',
  asset: 'a'.repeat(64),
  alt: '',
  credit: '',
  children: caption === '' ? [] : [{ type: 'text', text: caption }],
});
const story = [words('前文'), figure('图一'), words('后文')];
const pinyin = ['z', 'zh', 'zhu', 'zhu j', 'zhu ji', 'zhu jia', 'zhu jian'];

const places = [
  { name: 'in the middle of a paragraph', blocks: story, at: [0, 1], result: ['p:前住建文', 'fig:图一', 'p:后文'] },
  {
    name: 'at the start of a paragraph after a figure',
    blocks: story,
    at: [2, 0],
    result: ['p:前文', 'fig:图一', 'p:住建后文'],
  },
  {
    name: 'at the end of a paragraph before a figure',
    blocks: story,
    at: [0, 2],
    result: ['p:前文住建', 'fig:图一', 'p:后文'],
  },
  { name: 'at the start of a caption', blocks: story, at: [1, 0], result: ['p:前文', 'fig:住建图一', 'p:后文'] },
  { name: 'in a caption', blocks: story, at: [1, 1], result: ['p:前文', 'fig:图住建一', 'p:后文'] },
  { name: 'at the end of a caption', blocks: story, at: [1, 2], result: ['p:前文', 'fig:图一住建', 'p:后文'] },
  { name: 'in an empty caption', blocks: [figure('')], at: [0, 0], result: ['fig:住建'] },
  { name: 'in an empty paragraph', blocks: [figure('图'), words('')], at: [1, 0], result: ['fig:图', 'p:住建'] },
  {
    name: 'before a 【待核】',
    blocks: [{ type: 'paragraph', children: [{ type: 'to-confirm', text: '九十' }] }],
    at: [0, 0],
    result: ['p:住建【待核】九十'],
  },
  {
    name: 'after a 【待核】',
    blocks: [{ type: 'paragraph', children: [{ type: 'to-confirm', text: '九十' }] }],
    at: [0, 6],
    result: ['p:【待核】九十住建'],
  },
] satisfies readonly { name: string; blocks: BlockNode[]; at: [number, number]; result: string[] }[];

for (const { name, blocks, at, result } of places) {
  test(`a composition ${name} is exact, and one undo takes it back`, async ({ openSheet }) => {
    const sheet = await openSheet(blocks);
    const before = await sheet.read();
    await sheet.caret(at[0], at[1]);
    await sheet.compose(pinyin, '住建');
    expect(await sheet.outline()).toEqual(result);
    await expect.poll(async () => (await sheet.counts()).pauses).toBeGreaterThan(0);
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.read()).toEqual(before);
    await sheet.page.keyboard.press('Control+y');
    expect(await sheet.outline()).toEqual(result);
  });

  test(`a cancelled composition ${name} leaves nothing`, async ({ openSheet }) => {
    const sheet = await openSheet(blocks);
    const before = await sheet.read();
    await sheet.caret(at[0], at[1]);
    await sheet.compose(pinyin, null);
    expect(await sheet.read()).toEqual(before);
    await sheet.compose(pinyin, '住建');
    expect(await sheet.outline()).toEqual(result);
  });
}

test('several compositions in a row are exact', async ({ openSheet }) => {
  const sheet = await openSheet([figure(''), words('')]);
  for (const [block, place] of [
    [0, 'fig'],
    [1, 'p'],
  ] as const) {
    await sheet.caret(block, 0);
    for (const word of ['疫情', '就是', '命令']) await sheet.compose(['y', 'yi', 'yi q'], word);
    await sheet.page.keyboard.type('！');
    expect((await sheet.outline())[block]).toBe(`${place}:疫情就是命令！`);
  }
});

test('a composition over selected words takes their place', async ({ openSheet }) => {
  const sheet = await openSheet([words('并肩做战'), figure('图')]);
  await sheet.select(0, 2, 3);
  await sheet.compose(['z', 'zuo'], '作');
  expect(await sheet.outline()).toEqual(['p:并肩作战', 'fig:图']);
});

test('reading during a composition gives the words before it, and does not disturb it', async ({ openSheet }) => {
  const sheet = await openSheet(story);
  await sheet.caret(1, 1);
  const changesBefore = (await sheet.counts()).changes;
  for (const step of pinyin) {
    await sheet.cdp.send('Input.imeSetComposition', {
      text: step,
      selectionStart: step.length,
      selectionEnd: step.length,
    });
    expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一', 'p:后文']);
    expect((await sheet.counts()).changes).toBe(changesBefore);
  }
  await sheet.cdp.send('Input.insertText', { text: '住建' });
  expect(await sheet.outline()).toEqual(['p:前文', 'fig:图住建一', 'p:后文']);
  expect((await sheet.counts()).changes).toBeGreaterThan(changesBefore);
});

test('focus that leaves during a composition loses no character', async ({ openSheet }) => {
  const sheet = await openSheet(story);
  await sheet.caret(0, 1);
  await sheet.cdp.send('Input.imeSetComposition', { text: 'zhu', selectionStart: 3, selectionEnd: 3 });
  await sheet.page.getByRole('textbox', { name: '摄影' }).focus();
  await expect.poll(async () => (await sheet.counts()).pauses).toBeGreaterThan(0);
  const [first, ...rest] = await sheet.outline();
  expect(rest).toEqual(['fig:图一', 'p:后文']);
  expect(['p:前文', 'p:前zhu文']).toContain(first);
});

test('a composition in the credit goes to the credit', async ({ openSheet }) => {
  const sheet = await openSheet(story);
  await sheet.page.getByRole('textbox', { name: '摄影' }).focus();
  await sheet.compose(['l', 'li'], '李');
  await sheet.compose(['s', 'si'], '四');
  expect(await sheet.read()).toMatchObject({ children: [{}, { type: 'figure', credit: '李四' }, {}] });
  expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一', 'p:后文']);
});

test('Enter that an input method uses never leaves the caption', async ({ openSheet }) => {
  const sheet = await openSheet(story);
  await sheet.caret(1, 2);
  await sheet.cdp.send('Input.imeSetComposition', { text: 'zhu', selectionStart: 3, selectionEnd: 3 });
  await sheet.cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await sheet.cdp.send('Input.insertText', { text: 'zhu' });
  await sheet.cdp.send('Input.dispatchKeyEvent', {
    type: 'keyUp',
    key: 'Enter',
    code: 'Enter',
    windowsVirtualKeyCode: 13,
  });
  expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一zhu', 'p:后文']);
});
