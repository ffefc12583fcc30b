import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import DatabaseFile from 'better-sqlite3';
import type { Page } from '@playwright/test';
import { addPerson, firstStart, roles } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

async function openLog(page: Page) {
  await page.getByRole('button', { name: /人员与设置$/ }).click();
  await page.getByRole('menuitem', { name: '审计日志…' }).click();
  return page.getByRole('dialog', { name: '审计日志' });
}

test('the audit log is looked through, proven, carried away, and tells when a line was changed', async ({
  launchDesk,
}) => {
  const desk = await launchDesk();
  await firstStart(desk.page, '陈思', { samples: true });
  // Two drafts go to the trash, one by each person; a headline begins as a formula would.
  const trash = async (name: RegExp) => {
    await desk.page.getByRole('list', { name: '稿件列表' }).getByRole('button', { name }).click({ button: 'right' });
    await desk.page.getByRole('menuitem', { name: '移到回收站' }).click();
  };
  await desk.page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  await desk.page.getByRole('main').getByRole('textbox', { name: '标题' }).fill('=1+2 号楼改造');
  await expect(desk.page.getByRole('button', { name: /=1\+2 号楼改造/ })).toBeVisible();
  await trash(/=1\+2 号楼改造/);
  await addPerson(desk.page, '李明', roles.first);
  await desk.page
    .getByRole('list', { name: '按状态筛选' })
    .getByRole('button', { name: /^全部稿件/ })
    .click();
  await trash(/政策解读/);

  const log = await openLog(desk.page);
  const lines = log.getByRole('row').filter({ hasText: '移到回收站' });
  await expect(lines).toHaveCount(2);
  await log.getByLabel('人员').selectOption({ label: '李明' });
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText('政策解读');
  await log.getByLabel('人员').selectOption({ label: '所有人' });
  await log.getByLabel('动作').selectOption({ label: '移到回收站' });
  await expect(log.getByRole('row')).toHaveCount(3);
  await log.getByLabel('稿件').fill('号楼改造');
  await expect(log.getByRole('row')).toHaveCount(2);
  await log.getByLabel('从').fill('2099-01-01');
  await expect(log.getByText('没有符合条件的记录')).toBeVisible();
  await log.getByLabel('从').fill('');
  await expect(log.getByRole('row')).toHaveCount(2);

  await log.getByRole('button', { name: '验证' }).click();
  await expect(log.getByText(/日志完整，共 \d+ 行/)).toBeVisible();

  // What is shown is what is carried away; no spreadsheet takes a headline for a formula.
  await log.getByRole('button', { name: '导出 CSV' }).click();
  const file = log.getByRole('status').filter({ hasText: '已导出' });
  const [download] = await Promise.all([
    desk.page.waitForEvent('download'),
    file
      .getByRole('link', { name: '下载' })
      .or(file.getByRole('button', { name: '下载' }))
      .click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.trim().split(/\r?\n/)).toHaveLength(2);
  expect(csv).toContain("'=1+2 号楼改造");
  await log.getByRole('button', { name: '导出 JSON' }).click();
  await expect(file.locator('code')).toContainText('.json');
  const json = JSON.parse(await readFile((await file.locator('code').innerText()).trim(), 'utf8')) as unknown;
  expect(JSON.stringify(json)).toContain('draft.trashed');

  // Somebody changes a line behind the program's back: the proof names it.
  await desk.stop();
  const database = new DatabaseFile(join(desk.dataFolder, 'gaoqian.sqlite'));
  for (const name of database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit_log'")
    .pluck()
    .all()) {
    database.exec(`DROP TRIGGER "${name}"`);
  }
  const changed = database
    .prepare<[], number>("SELECT sequence FROM audit_log WHERE event = 'draft.trashed' ORDER BY sequence LIMIT 1")
    .pluck()
    .get();
  database.prepare("UPDATE audit_log SET at = '2020-01-01T00:00:00.000Z' WHERE sequence = ?").run(changed);
  database.close();
  await desk.restart();
  const again = await openLog(desk.page);
  await again.getByRole('button', { name: '验证' }).click();
  await expect(again.getByText(`第 ${changed} 行与写下时不同`)).toBeVisible();
});
