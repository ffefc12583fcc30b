import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectSaved, firstStart, sheetText } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

test.setTimeout(180_000);

const line = (page: Page, name: RegExp) => page.getByRole('list', { name: '稿件列表' }).getByRole('button', { name });
const headline = (page: Page) => page.getByRole('main').getByRole('textbox', { name: '标题' });

/** Exports what is chosen in the list; answers where the file lies. */
async function exported(page: Page, count: number): Promise<string> {
  const notice = page.getByRole('group').filter({ hasText: `${count} 篇稿件连同全部历史已写进稿件包。` });
  await expect(notice).toBeVisible();
  const path = await notice.locator('.notice-line').innerText();
  await notice.getByRole('button', { name: '关闭' }).click();
  return path;
}

async function exportLine(page: Page, name: RegExp): Promise<string> {
  await line(page, name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '导出稿件包…' }).click();
  return exported(page, 1);
}

async function importFrom(page: Page, file: string, stranger?: string): Promise<void> {
  await page.getByLabel('导入稿件包…').and(page.locator('input')).setInputFiles(file);
  if (stranger === undefined) return;
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(`第一次收到“市住建局 ${stranger}”的稿件包`);
  await question.getByRole('button', { name: '信任并打开' }).click();
}

/** Writes after the words of the paragraph with this number. */
async function writeOn(page: Page, paragraph: number, words: string): Promise<void> {
  await sheetText(page).locator('p').nth(paragraph).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
  await expectSaved(page);
}

test('drafts travel with their history to another desk; what both changed is merged by block', async ({
  launchDesk,
}) => {
  const here = (await launchDesk()).page;
  await firstStart(here, '陈思', { samples: true });
  await here.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  await headline(here).fill('我市新增三个绿色社区');
  await sheetText(here).click();
  await here.keyboard.type('昨日，市住建局公布名单。');
  await here.keyboard.press('Enter');
  await here.keyboard.type('石花社区等三个社区入选。');
  await here.keyboard.press('Control+s');
  await expect(here.getByText('已留下第 2 版。')).toBeVisible();

  await line(here, /绿色社区/).click({ modifiers: ['Control'] });
  await line(here, /政策解读/).click({ modifiers: ['Control'] });
  await here.getByRole('toolbar', { name: '对选中的稿件' }).getByRole('button', { name: '导出…' }).click();
  const both = await exported(here, 2);
  await here.getByRole('toolbar', { name: '对选中的稿件' }).getByRole('button', { name: '取消' }).click();

  const there = (await launchDesk()).page;
  await firstStart(there, '李明');
  await importFrom(there, both, '陈思');
  await expect(there.getByText('稿件包里共 2 篇稿件。')).toBeVisible();
  await expect(there.getByText('新收进 2 篇')).toBeVisible();
  await line(there, /绿色社区/).click();
  await there.getByRole('tab', { name: '版本' }).click();
  await expect(there.getByRole('region', { name: '版本' }).getByRole('button', { name: /第 2 版/ })).toBeVisible();

  await writeOn(there, 0, '对方补了一句。');
  await writeOn(there, 1, '名单已公示。');
  const back = await exportLine(there, /绿色社区/);
  await line(here, /绿色社区/).click();
  await writeOn(here, 1, '名单另行发布。');
  await importFrom(here, back, '李明');
  await expect(here.getByText('两边都改过、都已保留 1 篇，打开后可对比或合并')).toBeVisible();

  await here.getByRole('button', { name: '逐段合并…' }).click();
  const dialog = here.getByRole('dialog', { name: '合并两边的改动' });
  await expect(dialog).toContainText('还有 1 处两边都改了');
  await expect(dialog.getByRole('region', { name: '第 1 处，共 1 处' })).toContainText('名单另行发布。');
  await dialog.getByRole('radio', { name: '两边都要' }).check();
  await dialog.getByRole('button', { name: '合并为新版本' }).click();
  const merged = [
    '昨日，市住建局公布名单。对方补了一句。',
    '石花社区等三个社区入选。名单另行发布。',
    '石花社区等三个社区入选。名单已公示。',
  ];
  await expect(sheetText(here).locator('p')).toHaveText(merged);
  await expect(here.getByText('两边都改过这篇稿件')).toHaveCount(0);

  await importFrom(there, await exportLine(here, /绿色社区/));
  await expect(there.getByText('更新到对方版本 1 篇')).toBeVisible();
  await expect(sheetText(there).locator('p')).toHaveText(merged);

  // There it goes to the trash; here it is written on. The file that brings it again asks what shall become of it.
  await line(there, /绿色社区/).click({ button: 'right' });
  await there.getByRole('menuitem', { name: '移到回收站' }).click();
  await expect(line(there, /绿色社区/)).toHaveCount(0);
  await writeOn(here, 0, '首批挂牌。');
  await importFrom(there, await exportLine(here, /绿色社区/));
  const question = there.getByRole('alertdialog', { name: '这些稿件在本机的回收站里' });
  await expect(question).toContainText('我市新增三个绿色社区');
  await question.getByRole('button', { name: '恢复并合并' }).click();
  await expect(there.getByText('更新到对方版本 1 篇')).toBeVisible();
  await line(there, /绿色社区/).click();
  await expect(sheetText(there).locator('p').first()).toHaveText('昨日，市住建局公布名单。对方补了一句。首批挂牌。');
});

test('what lacks a picture says so on both ways, and names it to who asks; the words go', async ({ launchDesk }) => {
  const desk = await launchDesk();
  const { page } = desk;
  await firstStart(page, '陈思', { samples: true });
  await rm(join(desk.dataFolder, 'media'), { recursive: true });
  const lacking = page.locator('details', { hasText: /缺 \d+ 个文件，文字都在/ });
  const named = lacking.getByRole('listitem').filter({ hasText: /^《.+》图 1 .+/ });

  await line(page, /政策解读/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: '导出稿件包…' }).click();
  await expect(lacking).toBeVisible();
  await expect(named).toBeHidden();
  await lacking.locator('summary').click();
  await expect(named).toBeVisible();

  await importFrom(page, await exported(page, 1));
  await expect(page.getByText('稿件包里共 1 篇稿件。')).toBeVisible();
  await lacking.locator('summary').click();
  await expect(named).toBeVisible();
});
