import type { BlockNode } from '#shared/document/schema.ts';
import { expect, test } from './fixtures/sheet-page.ts';

const figure = (caption: string): BlockNode => ({
  type: 'figure',
  asset: 'a'.repeat(64),
  alt: '',
  credit: '',
  children: [{ type: 'text', text: caption }],
});

test('the alternative text may start from the caption, and is gone on with in one undo step', async ({ openSheet }) => {
  const sheet = await openSheet([figure('检查现场')]);
  await sheet.page.locator('.gq-picture').click();
  const tool = sheet.page.getByRole('button', { name: '替代文字' });
  await tool.click();
  const field = sheet.page.getByRole('textbox', { name: '替代文字' });
  const start = sheet.page.getByRole('button', { name: '以图片说明为起点' });
  // Whoever has cleared the words may start again.
  for (let turn = 0; turn < 2; turn += 1) {
    await field.fill('');
    await start.press('Enter');
    await expect(field).toBeFocused();
    await expect(start).toBeHidden();
  }
  await sheet.page.keyboard.type('，三人');
  expect(await sheet.read()).toMatchObject({ children: [{ alt: '检查现场，三人' }] });
  await sheet.page.keyboard.press('Escape');
  // Until the tool has the focus the keys are the window's, which this page is without.
  await expect(tool).toBeFocused();
  await sheet.page.keyboard.press('Control+z');
  expect(await sheet.read()).toMatchObject({ children: [{ alt: '' }] });
});

test('Escape closes the alternative text alone, and gives the focus back to its tool', async ({ openSheet }) => {
  const sheet = await openSheet([figure('检查现场')]);
  await sheet.page.locator('.gq-picture').click();
  const tool = sheet.page.getByRole('button', { name: '替代文字' });
  const field = sheet.page.getByRole('textbox', { name: '替代文字' });
  for (const leave of ['文', null]) {
    await tool.press('Enter');
    await expect(field).toBeFocused();
    if (leave !== null) await sheet.page.keyboard.type(leave);
    await sheet.page.keyboard.press('Escape');
    await expect(field).toBeHidden();
    await expect(tool).toBeFocused();
  }
  await sheet.page.keyboard.press('Escape');
  await expect(sheet.page.locator('.gq-text')).toBeFocused();
  await expect(sheet.page.locator('figure')).toHaveAttribute('data-selected');
});
