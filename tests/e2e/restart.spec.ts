import { expect, test } from './fixtures/launch-desk.ts';
import {
  addPerson,
  expectPerson,
  expectSaved,
  firstStart,
  openDraft,
  openTab,
  roles,
  sheetText,
  switchPerson,
} from './fixtures/desk-acts.ts';

test('a restart finds everything as it was: words, metadata, review, persons, settings', async ({ launchDesk }) => {
  const desk = await launchDesk();
  await firstStart(desk.page, '拟稿员甲');
  await desk.page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  await desk.page.getByRole('main').getByRole('textbox', { name: '标题' }).fill('市住建局开展安全检查');
  await sheetText(desk.page).click();
  await desk.page.keyboard.type('昨日上午，市住建局到工地检查。');
  const info = await openTab(desk.page, '信息');
  await info.getByLabel('栏目').selectOption({ label: '通知公告' });
  await info.getByRole('button', { name: '送审', exact: true }).click();
  await expect(desk.page.getByRole('list', { name: '稿签' })).toContainText('初审进行中');
  await addPerson(desk.page, '审核员乙', roles.first);
  await switchPerson(desk.page, '拟稿员甲');
  await desk.page.getByRole('button', { name: /人员与设置$/ }).click();
  await desk.page.getByRole('menuitemradio', { name: '深色' }).click();
  await expect(desk.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await desk.page.keyboard.press('Control+=');
  await expect(desk.page.getByRole('button', { name: '稿面缩放：125%' })).toBeVisible();
  await expectSaved(desk.page);

  await desk.restart();
  const { page } = desk;
  await expectPerson(page, '拟稿员甲');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: '稿面缩放：125%' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('textbox', { name: '标题' })).toHaveText('市住建局开展安全检查');
  await expect(sheetText(page)).toContainText('昨日上午，市住建局到工地检查。');
  await expect((await openTab(page, '信息')).getByLabel('栏目')).toHaveValue('notices');
  await expect(page.getByRole('list', { name: '稿签' })).toContainText('初审进行中');
  await switchPerson(page, '审核员乙');
  await openDraft(page, '待我审');
  await expect(page.getByRole('button', { name: '通过', exact: true })).toBeEnabled();
});

test('words that were typed just before the window closes are kept', async ({ launchDesk }) => {
  const desk = await launchDesk();
  await firstStart(desk.page, '拟稿员甲');
  await desk.page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  await sheetText(desk.page).click();
  await desk.page.keyboard.type('最后一句话。');
  await desk.restart();
  await expect(sheetText(desk.page)).toHaveText('最后一句话。');
});

test('a second start on the same data brings the first forward and harms nothing', async ({ launchDesk }) => {
  const desk = await launchDesk();
  await firstStart(desk.page, '拟稿员甲');
  await expect(launchDesk({ dataFolder: desk.dataFolder })).rejects.toThrow();
  await desk.page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  await sheetText(desk.page).click();
  await desk.page.keyboard.type('照常写稿。');
  await expectSaved(desk.page);
});
