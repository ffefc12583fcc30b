import type { BlockNode, FigureNode } from '#shared/document/schema.ts';
import type { EditorHandle } from '#renderer/editor/document-editor-props.ts';
import type { Sheet } from './fixtures/sheet-page.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});
const figure = (caption: string, credit = ''): FigureNode => ({
  type: 'figure',
  asset: 'a'.repeat(64),
  alt: '会场',
  credit,
  children: caption === '' ? [] : [{ type: 'text', text: caption }],
});
const hint = (sheet: Sheet) => sheet.page.getByRole('status', { name: '提示' });
const undo = (sheet: Sheet) => hint(sheet).getByRole('button', { name: '撤销' });
const blocks = async (sheet: Sheet): Promise<readonly BlockNode[]> => (await sheet.read()).children;

const typed = [
  { caption: '▲会议现场', becomes: figure('会议现场'), says: '已去掉说明前的“▲”' },
  { caption: '图1：会议现场', becomes: figure('会议现场'), says: '已去掉说明前的“图1”' },
  { caption: '会议现场（摄影：李四）', becomes: figure('会议现场', '李四'), says: '署名“李四”已移到署名栏' },
  { caption: '会议现场 李四摄', becomes: figure('会议现场', '李四'), says: '署名“李四”已移到署名栏' },
  {
    caption: '▲图2 会议现场（李四 摄）',
    becomes: figure('会议现场', '李四'),
    says: '已去掉“▲图2”，署名“李四”移到署名栏',
  },
];

for (const { caption, becomes, says } of typed) {
  test(`“${caption}” typed in a caption is read when the caret leaves it, and one undo takes that back`, async ({
    openSheet,
  }) => {
    const sheet = await openSheet([figure(''), words('后文')]);
    await sheet.caret(0, 0);
    await sheet.page.keyboard.insertText(caption);
    expect(await blocks(sheet)).toEqual([figure(caption), words('后文')]);
    await sheet.caret(1, 1);
    await expect(hint(sheet)).toContainText(says);
    expect(await blocks(sheet)).toEqual([becomes, words('后文')]);
    await undo(sheet).click();
    expect(await blocks(sheet)).toEqual([figure(caption), words('后文')]);
    // What was taken back on purpose is not done again.
    await sheet.caret(0, 0);
    await sheet.caret(1, 0);
    expect(await blocks(sheet)).toEqual([figure(caption), words('后文')]);
    await expect(hint(sheet)).toBeEmpty();
  });
}

test('a caption that is written while its picture is still on its way is read all the same', async ({ openSheet }) => {
  const sheet = await openSheet([figure(''), words('后文')]);
  await sheet.caret(0, 0);
  await sheet.page.keyboard.insertText('▲图1：会议现场（摄影：李四）');
  const [from, to] = ['a', 'b'].map((digit) => digit.repeat(64)) as [string, string];
  await sheet.page.evaluate((names) => (window as unknown as { handle: EditorHandle }).handle.renameAsset(...names), [
    from,
    to,
  ] as [string, string]);
  await sheet.caret(1, 1);
  await expect(hint(sheet)).toContainText('署名“李四”移到署名栏');
  expect(await blocks(sheet)).toEqual([{ ...figure('会议现场', '李四'), asset: to }, words('后文')]);
});

test('Enter leaves the caption, and it is read', async ({ openSheet }) => {
  const sheet = await openSheet([figure('')]);
  await sheet.caret(0, 0);
  await sheet.page.keyboard.insertText('▲会议现场（李四 摄）');
  await sheet.page.keyboard.press('Enter');
  await expect(hint(sheet)).not.toBeEmpty();
  await sheet.page.keyboard.type('后文');
  expect(await blocks(sheet)).toEqual([figure('会议现场', '李四'), words('后文')]);
  await expect(hint(sheet)).toBeEmpty();
});

test('a caption that nobody touched is left as it is, and so is one that says nothing of the kind', async ({
  openSheet,
}) => {
  const story = [figure('▲旧稿（李四 摄）'), figure(''), words('后文')];
  const sheet = await openSheet(story);
  await sheet.caret(0, 2);
  await sheet.caret(1, 0);
  await sheet.page.keyboard.insertText('这张照片拍摄于2022年');
  await sheet.caret(2, 0);
  await expect(hint(sheet)).toBeEmpty();
  expect(await blocks(sheet)).toEqual([story[0], figure('这张照片拍摄于2022年'), words('后文')]);
});

test('another credit than the figure has stays in the words, and a number that the text speaks of stays too', async ({
  openSheet,
}) => {
  const sheet = await openSheet([words('如图1所示。'), figure('', '张三'), words('后文')]);
  await sheet.caret(1, 0);
  await sheet.page.keyboard.insertText('▲图1：会议现场（李四 摄）');
  await sheet.caret(2, 0);
  await expect(hint(sheet)).toContainText('已去掉说明前的“▲”');
  expect((await blocks(sheet))[1]).toEqual(figure('图1：会议现场（李四 摄）', '张三'));
});

test('formats stay where they were', async ({ openSheet }) => {
  const sheet = await openSheet([figure(''), words('后文')]);
  await sheet.caret(0, 0);
  await sheet.page.keyboard.insertText('▲');
  await sheet.page.keyboard.press('Control+b');
  await sheet.page.keyboard.insertText('会议');
  await sheet.page.keyboard.press('Control+b');
  await sheet.page.keyboard.insertText('现场（李四 摄）');
  await sheet.caret(1, 0);
  await expect(hint(sheet)).not.toBeEmpty();
  expect((await blocks(sheet))[0]).toEqual({
    ...figure('', '李四'),
    children: [
      { type: 'text', text: '会议', formats: ['bold'] },
      { type: 'text', text: '现场' },
    ],
  });
});

test('focus that goes to the credit reads the caption too', async ({ openSheet }) => {
  const sheet = await openSheet([figure(''), words('后文')]);
  await sheet.caret(0, 0);
  await sheet.page.keyboard.insertText('会议现场（李四 摄）');
  await sheet.page.keyboard.press('Tab');
  await expect(sheet.page.getByRole('textbox', { name: '摄影' })).toHaveValue('李四');
  expect((await blocks(sheet))[0]).toEqual(figure('会议现场', '李四'));
});

test('a composed caption is read when it is left, exact to the character', async ({ openSheet }) => {
  const sheet = await openSheet([figure(''), words('后文')]);
  await sheet.caret(0, 0);
  await sheet.page.keyboard.insertText('▲');
  await sheet.compose(['h', 'hui', 'hui yi'], '会议');
  await sheet.compose(['x', 'xc'], '现场');
  await sheet.compose(['(', '（'], '（');
  await sheet.compose(['l', 'li si'], '李四');
  await sheet.compose(['s', 'she'], '摄）');
  expect(await blocks(sheet)).toEqual([figure('▲会议现场（李四摄）'), words('后文')]);
  await sheet.caret(1, 0);
  await expect(hint(sheet)).not.toBeEmpty();
  expect(await blocks(sheet)).toEqual([figure('会议现场', '李四'), words('后文')]);
});

test.describe('pasted', () => {
  test('into a caption, a caption line is read at once', async ({ openSheet }) => {
    const sheet = await openSheet([figure(''), words('后文')]);
    await sheet.caret(0, 0);
    await sheet.paste({ 'text/plain': '▲会议现场（摄影：李四）' });
    await expect.poll(() => blocks(sheet)).toEqual([figure('会议现场', '李四'), words('后文')]);
    await sheet.page.keyboard.type('！');
    expect((await blocks(sheet))[0]).toEqual(figure('会议现场！', '李四'));
  });

  test('behind a figure without words, it becomes its caption', async ({ openSheet }) => {
    const sheet = await openSheet([figure(''), words('')]);
    await sheet.caret(1, 0);
    await sheet.paste({ 'text/plain': '▲会议现场（李四 摄）\n后文' });
    await expect.poll(() => blocks(sheet)).toEqual([figure('会议现场', '李四'), words('后文')]);
  });
});

test.describe('a paragraph behind a figure without words', () => {
  test('goes into the caption with its ▲', async ({ openSheet }) => {
    const sheet = await openSheet([figure(''), words('会议现场'), words('后文')]);
    await sheet.caret(1, 0);
    await sheet.page.keyboard.insertText('▲');
    await expect(hint(sheet)).toContainText('已作为上图的说明');
    expect(await blocks(sheet)).toEqual([figure('会议现场'), words('后文')]);
    await undo(sheet).click();
    expect(await blocks(sheet)).toEqual([figure(''), words('▲会议现场'), words('后文')]);
    await sheet.caret(1, 5);
    await sheet.page.keyboard.type('！');
    expect(await blocks(sheet)).toEqual([figure(''), words('▲会议现场！'), words('后文')]);
  });

  test('of nothing but a composed ▲ leaves the caret in the caption', async ({ openSheet }) => {
    const sheet = await openSheet([figure(''), words(''), words('后文')]);
    await sheet.caret(1, 0);
    await sheet.compose(['sj', '▲'], '▲');
    await expect(hint(sheet)).toContainText('已作为上图的说明');
    await sheet.compose(['h', 'hui'], '会场');
    expect(await blocks(sheet)).toEqual([figure('会场'), words('后文')]);
  });

  test('that looks like a caption is offered, until it is something else', async ({ openSheet }) => {
    const sheet = await openSheet([figure(''), words(''), words('后文')]);
    await sheet.caret(1, 0);
    await sheet.page.keyboard.insertText('图为会议现场。李四摄');
    await sheet.caret(2, 0);
    await expect(hint(sheet)).toContainText('这一行像是上图的说明');
    await sheet.page.keyboard.type('新');
    await expect(hint(sheet)).toContainText('这一行像是上图的说明');
    await hint(sheet).getByRole('button', { name: '作为图片说明' }).click();
    expect(await blocks(sheet)).toEqual([figure('图为会议现场。', '李四'), words('新后文')]);
  });

  test('is text otherwise', async ({ openSheet }) => {
    const sheet = await openSheet([figure('已有', '张三'), words(''), words('后文')]);
    await sheet.caret(1, 0);
    await sheet.page.keyboard.insertText('▲会议强调');
    await sheet.caret(2, 0);
    await expect(hint(sheet)).toBeEmpty();
    expect(await blocks(sheet)).toEqual([figure('已有', '张三'), words('▲会议强调'), words('后文')]);
  });
});

test('words typed in the middle of a credit stay there, and the mark beside the alternative text answers at once', async ({
  openSheet,
}) => {
  const sheet = await openSheet([figure('现场', '李四')]);
  const { page } = sheet;
  await page.getByRole('textbox', { name: '摄影' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.type('记者');
  expect((await sheet.read()).children).toEqual([figure('现场', '记者李四')]);

  await page.locator('.gq-picture').click();
  await page.getByRole('button', { name: '替代文字' }).click();
  const mark = page.getByRole('checkbox', { name: '装饰图' });
  // In the very event of the click: nobody sees it go back and forth.
  const seen = await mark.evaluate((box: HTMLInputElement) => {
    box.click();
    return box.checked;
  });
  expect(seen).toBe(true);
});
