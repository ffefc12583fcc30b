import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/launch-desk.ts';
import { expectSaved, firstStart } from './fixtures/desk-acts.ts';

test('a start on a damaged database mends it by itself, says so once, and the words are there', async ({
  launchDesk,
}) => {
  const desk = await launchDesk();
  await firstStart(desk.page, '拟稿员甲');
  await desk.page.getByRole('button', { name: '新建' }).first().click();
  await desk.page.getByRole('textbox', { name: '标题' }).first().fill('要紧的稿子');
  await expectSaved(desk.page);
  await desk.stop();

  const path = join(desk.dataFolder, 'gaoqian.sqlite');
  const bytes = await readFile(path);
  // The last page goes: a page of some table or index.
  await writeFile(path, bytes.fill(0, bytes.byteLength - 4096));

  await desk.restart();
  await expect(desk.page.getByText('数据库有损坏，已自动修复。')).toBeVisible();
  await expect(desk.page.getByText('要紧的稿子').first()).toBeVisible();
  await desk.restart();
  await expect(desk.page.getByText('要紧的稿子').first()).toBeVisible();
  await expect(desk.page.getByText('数据库有损坏')).toHaveCount(0);
});
