import type { BlockNode, FigureNode } from '#shared/document/schema.ts';
import { dragFiles, pointIn } from './fixtures/drop-files.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const figure = (letter: string, caption: string, more: Partial<FigureNode> = {}): FigureNode => ({
  type: 'figure',
  asset: letter.repeat(64),
  alt: letter,
  credit: '张三',
  children: caption === '' ? [] : [{ type: 'text', text: caption }],
  ...more,
});
const hint = (sheet: Sheet) => sheet.page.getByRole('status', { name: '提示' });
const line = (sheet: Sheet) => sheet.page.locator('.gq-drop-line');

async function moveDown(sheet: Sheet, figureNumber: number): Promise<void> {
  await sheet.page.locator('.gq-picture').nth(figureNumber).click();
  await sheet.page.keyboard.press('Alt+Shift+ArrowDown');
}

test.describe('figures that change their order', () => {
  test('with a caption that speaks of its neighbours are warned of, and undone from there', async ({ openSheet }) => {
    const sheet = await openSheet([figure('a', '会场'), figure('b', '上图的签约现场'), words('后文')]);
    await moveDown(sheet, 0);
    expect(await sheet.outline()).toEqual(['fig:上图的签约现场', 'fig:会场', 'p:后文']);
    await expect(hint(sheet)).toContainText('图片次序变了，请核对：“上图”');
    await hint(sheet).getByRole('button', { name: '撤销' }).click();
    expect(await sheet.outline()).toEqual(['fig:会场', 'fig:上图的签约现场', 'p:后文']);
    await expect(hint(sheet)).toBeEmpty();
  });

  test('make the numbers in the text doubtful; the hint leads there', async ({ openSheet }) => {
    const sheet = await openSheet([figure('a', '会场'), figure('b', '签约'), words('如图2所示。')]);
    await moveDown(sheet, 0);
    await expect(hint(sheet)).toContainText('“图2”');
    await hint(sheet).getByRole('button', { name: '去核对' }).click();
    await sheet.page.keyboard.type('新');
    expect(await sheet.outline()).toEqual(['fig:签约', 'fig:会场', 'p:新如图2所示。']);
  });

  test('and come back are no longer warned of', async ({ openSheet }) => {
    const sheet = await openSheet([figure('a', '会场'), figure('b', '上图的签约现场'), words('后文')]);
    await moveDown(sheet, 0);
    await expect(hint(sheet)).not.toBeEmpty();
    await sheet.page.keyboard.press('Alt+Shift+ArrowUp');
    await expect(hint(sheet)).toBeEmpty();
  });

  test('with captions about people in them change in silence, and so do figures that are added', async ({
    openSheet,
  }) => {
    const sheet = await openSheet([figure('a', '局长（左二）'), figure('b', '签约'), words('后文')]);
    await moveDown(sheet, 0);
    expect(await sheet.outline()).toEqual(['fig:签约', 'fig:局长（左二）', 'p:后文']);
    await expect(hint(sheet)).toBeEmpty();
  });

  test('inside a group too', async ({ openSheet }) => {
    const beside = [{ asset: 'b'.repeat(64), alt: 'b' }];
    const sheet = await openSheet([figure('a', '左图：改造前；右图：改造后', { beside })]);
    await sheet.page.locator('.gq-picture img').first().click();
    await sheet.page.getByRole('button', { name: '右移' }).click();
    await expect(hint(sheet)).toContainText('“左图”“右图”');
  });
});

test.describe('dropped pictures', () => {
  const story = [words('前文'), words('中文'), figure('a', '说明'), words('后文')];

  test('go between blocks, where the line shows, several in their order and as one undo step', async ({
    openSheet,
  }) => {
    const sheet = await openSheet(story);
    const at = await pointIn(sheet.page, '.gq-text > p:nth-child(2)', 0.5, 0.1);
    await dragFiles(sheet.page, at, ['a.jpg', 'b.jpg'], false);
    await expect(line(sheet)).toBeVisible();
    const gap = await line(sheet).boundingBox();
    const second = await sheet.page.locator('.gq-text > p').nth(1).boundingBox();
    expect(Math.abs((gap?.y ?? 0) - (second?.y ?? 99))).toBeLessThan(16);
    await dragFiles(sheet.page, at, ['a.jpg', 'b.jpg'], true);
    await expect.poll(() => sheet.outline()).toEqual(['p:前文', 'fig:', 'fig:', 'p:中文', 'fig:说明', 'p:后文']);
    await expect(line(sheet)).toBeHidden();
    await sheet.page.keyboard.press('Control+z');
    expect(await sheet.outline()).toEqual(['p:前文', 'p:中文', 'fig:说明', 'p:后文']);
  });

  test('never cut words, and leave the picture they come near alone at its edge', async ({ openSheet }) => {
    const sheet = await openSheet(story);
    await dragFiles(sheet.page, await pointIn(sheet.page, '.gq-picture img', 0.5, 0.01), ['a.jpg'], true);
    await expect.poll(() => sheet.outline()).toEqual(['p:前文', 'p:中文', 'fig:', 'fig:说明', 'p:后文']);
  });

  test('beside or below the text go to the nearest gap', async ({ openSheet }) => {
    const sheet = await openSheet([words('前文'), words('后文')]);
    const box = await sheet.page.locator('.gq-text').boundingBox();
    const y = (await sheet.page.locator('.gq-text > p').nth(1).boundingBox())?.y ?? 0;
    await dragFiles(sheet.page, { x: (box?.x ?? 0) - 30, y: y - 4 }, ['a.jpg'], true);
    await expect.poll(() => sheet.outline()).toEqual(['p:前文', 'fig:', 'p:后文']);
    await dragFiles(sheet.page, { x: (box?.x ?? 0) + 20, y: 890 }, ['b.jpg'], true);
    await expect.poll(() => sheet.outline()).toEqual(['p:前文', 'fig:', 'p:后文', 'fig:']);
  });

  test('on a waiting figure fill it and keep its words', async ({ openSheet }) => {
    const sheet = await openSheet([figure('a', '说明', { asset: null }), words('后文')]);
    await dragFiles(sheet.page, await pointIn(sheet.page, '.gq-picture-empty', 0.5, 0.5), ['a.jpg'], true);
    await expect.poll(() => sheet.page.locator('.gq-picture img').count()).toBe(1);
    expect((await sheet.read()).children).toMatchObject([
      { alt: 'a', credit: '张三', children: [{ text: '说明' }] },
      { type: 'paragraph' },
    ]);
    await expect(hint(sheet)).toContainText('还合适吗');
  });

  test('on a sheet that is only read do nothing', async ({ openSheet }) => {
    const sheet = await openSheet(story, { readOnly: true });
    await dragFiles(sheet.page, await pointIn(sheet.page, '.gq-picture img', 0.2, 0.5), ['a.jpg'], true);
    await dragFiles(sheet.page, await pointIn(sheet.page, '.gq-text > p:nth-child(2)', 0.5, 0.1), ['a.jpg'], true);
    await expect(line(sheet)).toBeHidden();
    expect((await sheet.read()).children).toEqual(story);
  });
});
