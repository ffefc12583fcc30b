import type { BlockNode } from '#shared/document/schema.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const words = (text: string): BlockNode => ({
  type: 'paragraph',
  children: text === '' ? [] : [{ type: 'text', text }],
});
const figure: BlockNode = {
  type: 'figure',
  asset: 'a'.repeat(64),
  alt: '',
  credit: '',
  children: [{ type: 'text', text: '图一' }],
};

test('a hundred edits of every kind are undone and done again exactly', async ({ openSheet }) => {
  const sheet = await openSheet([words('前文'), figure, words('后文')]);
  const { keyboard } = sheet.page;
  const original = await sheet.read();
  for (let round = 0; round < 20; round += 1) {
    await sheet.caret(0, 1);
    await keyboard.type(`第${String(round)}句。`);
    await sheet.caret(1, 2);
    await sheet.compose(['t', 'tu'], '图');
    await sheet.caret(2, 2);
    await keyboard.press('Enter');
    await sheet.paste({ 'text/plain': '贴一\n贴二' });
    await sheet.select(0, 0, 2);
    await keyboard.press('Control+b');
  }
  const edited = await sheet.read();
  for (let steps = 0; steps < 100; steps += 1) await keyboard.press('Control+z');
  expect(await sheet.read()).toEqual(original);
  for (let steps = 0; steps < 100; steps += 1) await keyboard.press('Control+y');
  expect(await sheet.read()).toEqual(edited);
});

test('undo keeps the picture drawn while its caption, credit and neighbours change', async ({ openSheet }) => {
  const sheet = await openSheet([words('前文'), figure, words('后文')]);
  const { page } = sheet;
  await page.evaluate(() => {
    const picture = document.querySelector('.gq-picture img');
    if (picture) picture.id = 'the-very-picture';
  });
  await sheet.caret(1, 2);
  await page.keyboard.type('的说明');
  await page.getByRole('textbox', { name: '摄影' }).fill('张三');
  await sheet.caret(0, 0);
  await page.keyboard.press('Enter');
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('Control+z');
  expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一', 'p:后文']);
  expect(await sheet.read()).toMatchObject({ children: [{}, { credit: '' }, {}] });
  await expect(page.locator('#the-very-picture')).toHaveCount(1);
});

test('Ctrl+Z in the credit takes back the newest step of the sheet, whatever it was', async ({ openSheet }) => {
  const sheet = await openSheet([words('前文'), figure]);
  const { page } = sheet;
  await sheet.caret(0, 2);
  await page.keyboard.type('一');
  const credit = page.getByRole('textbox', { name: '摄影' });
  await credit.focus();
  await page.keyboard.type('张三');
  await page.keyboard.press('Control+z');
  await expect(credit).toHaveValue('');
  await expect(credit).toBeFocused();
  await page.keyboard.press('Control+z');
  expect(await sheet.outline()).toEqual(['p:前文', 'fig:图一']);
  await page.keyboard.press('Control+Shift+z');
  await page.keyboard.press('Control+y');
  await expect(credit).toHaveValue('张三');
});

test('undo during a composition is refused and does not disturb it', async ({ openSheet }) => {
  const sheet = await openSheet([words('前文')]);
  await sheet.caret(0, 2);
  await sheet.page.keyboard.type('一');
  await sheet.cdp.send('Input.imeSetComposition', { text: 'zhu', selectionStart: 3, selectionEnd: 3 });
  await sheet.page.evaluate(() => (window as unknown as { handle: { undo: () => void } }).handle.undo());
  await sheet.cdp.send('Input.insertText', { text: '住' });
  expect(await sheet.outline()).toEqual(['p:前文一住']);
  await sheet.page.keyboard.press('Control+z');
  await sheet.page.keyboard.press('Control+z');
  expect(await sheet.outline()).toEqual(['p:前文']);
});

test('undo brings the place into sight and the caret to it', async ({ openSheet }) => {
  const sheet = await openSheet(Array.from({ length: 200 }, (_, index) => words(`第${String(index)}段`)));
  await sheet.caret(3, 2);
  await sheet.page.keyboard.type('新');
  await sheet.caret(190, 0);
  await sheet.page.keyboard.press('Control+z');
  await expect(sheet.page.getByText('第3段', { exact: true })).toBeInViewport();
  await sheet.page.keyboard.type('旧');
  expect((await sheet.outline())[3]).toBe('p:第3旧段');
});
