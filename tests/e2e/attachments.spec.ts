import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { attachmentBytes } from '#tests/builders/attachments.ts';
import { firstStart, openTab } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

const given = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
const namesOf = (page: Page) => page.getByRole('textbox', { name: /个附件的名称$/ });

test('attachments: added, refused, named, put in order, taken back, looked at, listed on the page', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思', { samples: true });
  await page.getByRole('button', { name: /政策解读/ }).click();
  await openTab(page, '信息');
  const card = page.getByRole('region', { name: '附件' });
  const add = async (...files: ReturnType<typeof given>[]) => card.locator('input[type=file]').setInputFiles(files);

  await add(given('补贴申请表.docx', attachmentBytes.docx), given('小区名单（第一批）.csv', attachmentBytes.csv));
  await expect(namesOf(page)).toHaveCount(2);
  await add(given('申请表.pdf', attachmentBytes.zip), given('安装.exe', Buffer.from('MZ')));
  await expect(page.getByText(/这类文件不能作附件，没有加入。/)).toBeVisible();
  await add(given('另一个名字.docx', attachmentBytes.docx));
  await expect(page.getByText('已有同样的附件“补贴申请表.docx”，没有再加。')).toBeVisible();
  await expect(namesOf(page)).toHaveCount(2);

  await namesOf(page).nth(0).fill('附件/老旧小区补贴申请表 ');
  await namesOf(page).nth(0).press('Enter');
  await expect(namesOf(page).nth(0)).toHaveValue('附件_老旧小区补贴申请表');
  await card.getByRole('button', { name: '上移：小区名单（第一批）.csv' }).click();
  await expect(namesOf(page).nth(0)).toHaveValue('小区名单（第一批）');
  await card.getByRole('button', { name: '移除：小区名单（第一批）.csv' }).click();
  await expect(namesOf(page)).toHaveCount(1);
  await page.locator('[contenteditable=true] p').first().click();
  await page.keyboard.press('Control+z');
  await expect(namesOf(page)).toHaveCount(2);
  const { violations } = await new AxeBuilder({ page }).include('.attachments').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);

  // Held over the card, files are the card's: nothing covers it, and nothing is imported.
  await card.locator('.attachments').evaluate((zone) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['序号,小区\n1,东门'], '小区名单（第二批）.csv', { type: 'text/csv' }));
    const drag = { dataTransfer, bubbles: true, cancelable: true };
    for (const type of ['dragenter', 'dragover']) zone.dispatchEvent(new DragEvent(type, drag));
  });
  await expect(card.locator('.attachments-over')).toBeVisible();
  await expect(page.locator('.drop-cover')).toHaveCount(0);
  await card.locator('.attachments').evaluate((zone) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['序号,小区\n1,东门'], '小区名单（第二批）.csv', { type: 'text/csv' }));
    zone.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(namesOf(page)).toHaveCount(3);
  await card.getByRole('button', { name: '移除：小区名单（第二批）.csv' }).click();
  await expect(namesOf(page)).toHaveCount(2);

  await card.getByRole('button', { name: '看一看：小区名单（第一批）.csv' }).click();
  await expect(card.getByRole('status')).toContainText('小区名单（第一批）.csv');
  await page.keyboard.press('F9');
  const frame = page.frameLocator('iframe[title="页面预览"]');
  await expect(frame.locator('.attachments li')).toHaveText([
    /^小区名单（第一批）\.csv（1 KB）$/,
    /^附件_老旧小区补贴申请表\.docx（1 KB）$/,
  ]);
  // A link downloads what it names, as it will on the portal.
  const arrives = page.waitForEvent('download');
  await frame.getByRole('link', { name: '小区名单（第一批）.csv' }).click();
  const download = await arrives;
  expect(download.suggestedFilename()).toBe('小区名单（第一批）.csv');
  expect(await readFile(await download.path())).toEqual(attachmentBytes.csv);
});
