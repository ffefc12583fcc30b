import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { readDocxWords } from '#tests/helpers/docx-words.ts';
import { firstStart, openTab, sheetText } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

test('a draft leaves as a Word document with the words that were typed a moment ago', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思', { samples: true });
  await page.getByRole('button', { name: /电梯安全检查/ }).click();
  await sheetText(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('最后一段刚刚写下。');
  const info = await openTab(page, '信息');
  await info.getByRole('button', { name: '导出 Word 文档' }).click();
  const written = info.getByRole('status').filter({ hasText: 'Word 文档已写好' });
  await expect(written).toBeVisible();
  const { blocks, messages } = await readDocxWords(await readFile(await written.locator('code').innerText()));
  expect(blocks[0]).toMatchObject({ kind: 'h1' });
  expect(blocks.filter(({ kind }) => kind === 'pictures').length).toBeGreaterThan(0);
  expect(JSON.stringify(blocks)).toContain('最后一段刚刚写下。');
  expect(messages.filter((message) => !message.startsWith('Unrecognised'))).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).include('.panel').exclude('[data-tabster-dummy]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  const download = page.waitForEvent('download');
  await written
    .getByRole('link', { name: '下载' })
    .or(written.getByRole('button', { name: '下载' }))
    .click();
  expect((await download).suggestedFilename()).toMatch(/电梯.*\.docx$/);
});
