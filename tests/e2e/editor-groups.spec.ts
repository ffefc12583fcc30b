import type { BlockNode, FigureNode } from '#shared/document/schema.ts';
import { dragFiles, pointIn } from './fixtures/drop-files.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const hash = (letter: string): string => letter.repeat(64);
const words = (text: string): BlockNode => ({ type: 'paragraph', children: [{ type: 'text', text }] });
const figure = (letters: string, caption = '', more: Partial<FigureNode> = {}): FigureNode => {
  const [first = '', ...beside] = letters.split('');
  return {
    type: 'figure',
    asset: hash(first),
    alt: `图${first}`,
    ...(beside.length > 0 ? { beside: beside.map((one) => ({ asset: hash(one), alt: `图${one}` })) } : {}),
    credit: '张三',
    children: caption === '' ? [] : [{ type: 'text', text: caption }],
    ...more,
  };
};

const tools = (sheet: Sheet) => sheet.page.getByRole('toolbar', { name: '图片工具' });
const hint = (sheet: Sheet) => sheet.page.getByRole('status', { name: '提示' });
const isFigure = (block: BlockNode): block is FigureNode => block.type === 'figure';

/** The figures in short: the alternative texts of the pictures, then the caption. */
async function rows(sheet: Sheet): Promise<readonly string[]> {
  return (await sheet.read()).children.filter(isFigure).map((block) => {
    const alts = [block, ...(block.beside ?? [])].map(
      (picture) => picture.alt || (picture.asset === null ? '○' : '新'),
    );
    return `${alts.join('|')}:${block.children.map((child) => ('text' in child ? child.text : '')).join('')}`;
  });
}

test('pictures of a group stand in one row, equally high, over one caption', async ({ openSheet }) => {
  const sheet = await openSheet([figure('abc', '三个小区')]);
  const boxes = await Promise.all(
    (await sheet.page.locator('.gq-picture img').all()).map((image) => image.boundingBox()),
  );
  expect(boxes).toHaveLength(3);
  const [first, second, third] = boxes;
  expect(first && second && third).toBeTruthy();
  expect(Math.abs((first?.height ?? 0) - (second?.height ?? 0))).toBeLessThan(2);
  expect(Math.abs((first?.y ?? 0) - (third?.y ?? 9))).toBeLessThan(2);
  expect((second?.x ?? 0) - (first?.x ?? 0)).toBeGreaterThan(first?.width ?? 0);
  await expect(sheet.page.locator('.gq-caption')).toHaveCount(1);
});

test('a figure joins the next one side by side, and is split again; each is one undo step', async ({ openSheet }) => {
  const before = [words('前文'), figure('a', '改造前'), figure('b', '改造后'), words('后文')];
  const sheet = await openSheet(before);
  await sheet.page.locator('.gq-picture').first().click();
  await tools(sheet).getByRole('button', { name: '与下一图并排' }).click();
  expect(await rows(sheet)).toEqual(['图a|图b:改造前；改造后']);
  await tools(sheet).getByRole('button', { name: '拆成单图' }).click();
  expect(await rows(sheet)).toEqual(['图a:改造前；改造后', '图b:']);
  await sheet.page.keyboard.press('Escape');
  await sheet.page.keyboard.press('Control+z');
  await sheet.page.keyboard.press('Control+z');
  expect((await sheet.read()).children).toEqual(before);
});

test('the act is off where no figure follows or three pictures are there', async ({ openSheet }) => {
  const sheet = await openSheet([figure('abc', '三图'), figure('d', '单图')]);
  for (const index of [0, 1]) {
    await sheet.page.locator('.gq-picture').nth(index).locator('img').first().click();
    await expect(tools(sheet).getByRole('button', { name: '与下一图并排' })).toHaveAttribute('aria-disabled', 'true');
  }
});

test('each picture has alternative text of its own, is moved, replaced and taken out by itself', async ({
  openSheet,
}) => {
  const sheet = await openSheet([figure('abc', '三个小区')]);
  await sheet.page.locator('.gq-picture img').nth(1).click();
  await expect(tools(sheet).getByRole('button', { name: '第 2 张，共 3 张' })).toHaveAttribute('aria-pressed', 'true');
  await tools(sheet).getByRole('button', { name: '替代文字' }).click();
  await sheet.page.getByRole('textbox', { name: '替代文字' }).fill('乙小区');
  await sheet.page.keyboard.press('Escape');
  expect(await rows(sheet)).toEqual(['图a|乙小区|图c:三个小区']);
  await tools(sheet).getByRole('button', { name: '右移' }).click();
  expect(await rows(sheet)).toEqual(['图a|图c|乙小区:三个小区']);
  await tools(sheet)
    .locator('input[type=file]')
    .setInputFiles([{ name: 'n.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('n') }]);
  await expect(hint(sheet)).toContainText('替代文字“乙小区”还合适吗？');
  await hint(sheet).getByRole('button', { name: '清空替代文字' }).click();
  expect(await rows(sheet)).toEqual(['图a|图c|新:三个小区']);
  await tools(sheet).getByRole('button', { name: '移出这张图片' }).click();
  expect(await rows(sheet)).toEqual(['图a|图c:三个小区']);
});

test('a picture dropped on the left or right half goes beside, where the line shows', async ({ openSheet }) => {
  const sheet = await openSheet([words('前文'), figure('a', '说明')]);
  const left = await pointIn(sheet.page, '.gq-picture img', 0.2, 0.5);
  await dragFiles(sheet.page, left, ['l.jpg'], false);
  await expect(sheet.page.locator('.gq-picture-place')).toHaveAttribute('data-drop', 'before');
  await dragFiles(sheet.page, left, ['l.jpg'], true);
  await expect.poll(() => rows(sheet)).toEqual(['新|图a:说明']);
  await expect(sheet.page.locator('.gq-picture-place[data-drop]')).toHaveCount(0);
  await dragFiles(
    sheet.page,
    await pointIn(sheet.page, '.gq-picture-place:nth-of-type(2) img', 0.8, 0.5),
    ['r.jpg', 's.jpg'],
    true,
  );
  await expect.poll(() => rows(sheet)).toEqual(['新|图a|新:说明', '新:']);
});

test('two pictures chosen in one go are set side by side when asked', async ({ openSheet }) => {
  const sheet = await openSheet([{ ...figure('a', '说明'), asset: null, alt: '' }]);
  await sheet.page
    .locator('.gq-picture input[type=file]')
    .setInputFiles(['a.jpg', 'b.jpg'].map((name) => ({ name, mimeType: 'image/jpeg', buffer: Buffer.from(name) })));
  await expect(hint(sheet)).toContainText('放入了 2 张图片');
  expect(await rows(sheet)).toEqual(['新:说明', '新:']);
  await hint(sheet).getByRole('button', { name: '并排成一组' }).click();
  expect(await rows(sheet)).toEqual(['新|新:说明']);
  await expect(hint(sheet)).toBeEmpty();
});

test('a caption is hidden and shown again; its words stay', async ({ openSheet }) => {
  const sheet = await openSheet([figure('a', '说明')]);
  await sheet.page.locator('.gq-picture').click();
  await tools(sheet).getByRole('button', { name: '隐藏说明' }).click();
  expect((await sheet.read()).children).toEqual([figure('a', '说明', { captionHidden: true })]);
  await expect(sheet.page.getByText('说明已隐藏')).toBeVisible();
  await tools(sheet).getByRole('button', { name: '显示说明' }).click();
  expect((await sheet.read()).children).toEqual([figure('a', '说明')]);
});

test('a picture that is taken out leaves caption, credit and alternative text waiting for another', async ({
  openSheet,
}) => {
  const sheet = await openSheet([figure('a', '说明')]);
  await sheet.page.locator('.gq-picture').click();
  await tools(sheet).getByRole('button', { name: '移除图片，保留说明' }).click();
  expect((await sheet.read()).children).toEqual([figure('a', '说明', { asset: null })]);
  await expect(sheet.page.getByText('等待图片')).toBeVisible();
});

test('Tab goes from a selected figure into its tools, arrows walk them, Escape comes back', async ({ openSheet }) => {
  const sheet = await openSheet([figure('a', '前图'), words('文'), figure('b', '说明'), figure('c')]);
  await sheet.caret(2, 0);
  await sheet.page.keyboard.press('ArrowLeft');
  await sheet.page.keyboard.press('Tab');
  await expect(tools(sheet).getByRole('button', { name: '替换' })).toBeFocused();
  await sheet.page.keyboard.press('ArrowRight');
  await expect(tools(sheet).getByRole('button', { name: '与下一图并排' })).toBeFocused();
  await sheet.page.keyboard.press('Enter');
  expect(await rows(sheet)).toEqual(['图a:前图', '图b|图c:说明']);
  await sheet.page.keyboard.press('Escape');
  await sheet.page.keyboard.press('ArrowRight');
  await sheet.page.keyboard.type('新');
  expect((await rows(sheet))[1]).toBe('图b|图c:新说明');
});

test('Tab goes from a caption to its credit', async ({ openSheet }) => {
  const sheet = await openSheet([figure('a', '前图'), figure('b', '说明')]);
  await sheet.caret(1, 2);
  await sheet.page.keyboard.press('Tab');
  await sheet.page.keyboard.type('李四');
  expect((await sheet.read()).children[0]).toMatchObject({ credit: '张三' });
  expect((await sheet.read()).children[1]).toMatchObject({ credit: expect.stringContaining('李四') });
});

test('the tools stay inside a narrow sheet', async ({ openSheet }) => {
  const sheet = await openSheet([words('前文'), figure('ab', '说明'), figure('c')]);
  await sheet.page.setViewportSize({ width: 420, height: 800 });
  await sheet.page.locator('.gq-picture img').first().click();
  const bar = await tools(sheet).boundingBox();
  const place = await sheet.page.locator('.gq-picture').first().boundingBox();
  expect(bar && place).toBeTruthy();
  expect(bar?.x ?? 0).toBeGreaterThanOrEqual((place?.x ?? 0) - 1);
  expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeLessThanOrEqual((place?.x ?? 0) + (place?.width ?? 0) + 1);
});
