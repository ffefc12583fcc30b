import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures/launch-desk.ts';
import { firstStart, openTab } from './fixtures/desk-acts.ts';

test('the checklist: errors lead to their place, warnings take a reason, the rehearsal counts', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思', { samples: true });
  await page.getByRole('button', { name: /政策解读/ }).click();
  await page.locator('[contenteditable=true] p').nth(1).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('今天,检查结束。局长刘闻带队;效果很好。');
  await openTab(page, '信息');
  await page.getByRole('button', { name: '发布前检查' }).click();
  const dialog = page.getByRole('dialog', { name: '发布前检查' });
  await expect(dialog.getByRole('status')).toHaveText('还差 2 项错误要改正，2 条警告要改正或说明。');
  await expect(dialog.getByRole('row', { name: /严重表述错误/ })).toContainText('单项否决');
  const { violations } = await new AxeBuilder({ page }).include('.checklist-dialog').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);

  await dialog.getByRole('button', { name: '说明理由…' }).first().click();
  await dialog.getByRole('textbox', { name: '保留的理由' }).press('Enter');
  await expect(dialog.getByText('请写明理由，至少两个字')).toBeVisible();
  await dialog.getByRole('checkbox', { name: '同类的 2 条用同一理由' }).click();
  await dialog.getByRole('textbox', { name: '保留的理由' }).fill('来稿原文如此');
  await dialog.getByRole('textbox', { name: '保留的理由' }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('还差 2 项错误要改正，0 条警告要改正或说明。');
  await expect(dialog.getByText('保留：来稿原文如此（陈思，')).toHaveCount(2);
  await dialog.getByRole('button', { name: '收回' }).first().click();
  await expect(dialog.getByRole('status')).toHaveText('还差 2 项错误要改正，1 条警告要改正或说明。');

  await dialog.getByRole('listitem').filter({ hasText: '姓名疑似有误' }).getByRole('button', { name: '定位' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => page.evaluate(() => getSelection()?.toString())).toBe('局长刘闻');
});
