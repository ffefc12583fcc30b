import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import DatabaseFile from 'better-sqlite3';
import { expect, test } from './fixtures/launch-desk.ts';
import { expectSaved, firstStart, sheetText } from './fixtures/desk-acts.ts';

test('data of a later version opens for reading after a page that says so; nothing is changed', async ({
  launchDesk,
}) => {
  const home = await mkdtemp(join(tmpdir(), 'gaoqian-home-'));
  const desk = await launchDesk({ env: { HOME: home } });
  await firstStart(desk.page, '拟稿员甲', { samples: true });
  await desk.stop();
  const path = join(desk.dataFolder, 'gaoqian.sqlite');
  setVersion(path, 99_990);
  const before = await readFile(path);

  await desk.restart();
  const { page } = desk;
  await expect(page.getByRole('heading', { name: '暂时没能打开稿件' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('更新版本');
  await expect(page.getByText(desk.dataFolder)).toBeVisible();
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByRole('alert')).toContainText('更新版本');
  await page.getByRole('button', { name: '导出能读出的稿件' }).click();
  await expect(page.getByRole('status')).toContainText('已导出 3 篇稿件');
  const [folder = ''] = await readdir(join(home, 'Documents'));
  expect((await readdir(join(home, 'Documents', folder))).filter((name) => name.endsWith('.docx'))).toHaveLength(3);
  await rm(home, { recursive: true });
  await page.getByRole('button', { name: '只读打开' }).click();
  await page.getByRole('list', { name: '稿件列表' }).getByRole('button').first().click();
  const why = '现在是只读打开：可以查看和复制，不能修改。';
  await expect(page.getByRole('main').getByText(why)).toBeVisible();
  await expect(sheetText(page)).toHaveAttribute('contenteditable', 'false');
  for (const name of ['新建稿件', '导入…']) {
    const begin = page.getByRole('navigation').getByRole('button', { name });
    await expect(begin).toHaveAttribute('aria-disabled', 'true');
    await expect(begin).toHaveAccessibleDescription(why);
  }
  await desk.stop();
  expect(await readFile(path)).toEqual(before);
});

test('damaged data of which nothing is left begins with nothing only when the person says so', async ({
  launchDesk,
}) => {
  const desk = await launchDesk();
  await firstStart(desk.page, '拟稿员甲');
  await desk.stop();
  const path = join(desk.dataFolder, 'gaoqian.sqlite');
  await writeFile(path, 'x'.repeat(8192));

  await desk.restart();
  await expect(desk.page.getByRole('alert')).toContainText('数据库');
  await desk.page.getByRole('button', { name: '从空白开始' }).click();
  await expect(desk.page.getByRole('button', { name: '开始使用' })).toBeVisible();
});

test('after a crash one line says whose words are back; nothing is asked', async ({ launchDesk }) => {
  const desk = await launchDesk();
  await firstStart(desk.page, '拟稿员甲');
  await desk.page.getByRole('button', { name: '新建' }).first().click();
  await desk.page.getByRole('textbox', { name: '标题' }).first().fill('写到一半断电');
  await expectSaved(desk.page);
  await desk.kill();
  await desk.restart();
  const line = desk.page.locator('.notice', { hasText: '上次没有正常退出' });
  await expect(line).toContainText('“写到一半断电”');
  await line.getByRole('button', { name: '打开看看' }).click();
  await expect(desk.page.getByRole('tab', { name: /^版本/ })).toHaveAttribute('aria-selected', 'true');
  await expect(desk.page.getByRole('textbox', { name: '标题' }).first()).toHaveText('写到一半断电');

  const opening = desk.page.context().waitForEvent('page');
  await desk.page.keyboard.press('Control+Shift+n');
  const other = await opening;
  await expect(other.getByText('选一篇稿件继续写').first()).toBeVisible();
  await expect(other.getByText('上次没有正常退出')).toHaveCount(0);
});

function setVersion(path: string, version: number): void {
  const file = new DatabaseFile(path);
  file.pragma(`user_version = ${version}`);
  file.close();
}
