import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openDraft, openTab, uploads } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';
import { signedOffFolder } from './fixtures/signed-off-folder.ts';

async function expectNoViolations(page: Page, place: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include(place).exclude('[data-tabster-dummy]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('a package goes to a folder and a portal, is paused and goes on, and each says where it stands', async ({
  launchDesk,
}) => {
  const dataFolder = await signedOffFolder();
  const stick = join(await mkdtemp(join(tmpdir(), 'gaoqian-stick-')), '稿签 U 盘');
  const env = { GAOQIAN_DEMO_PORTAL: '1' };
  const { page } = await launchDesk({ dataFolder, env });
  const settings = page.getByRole('dialog');
  const openSettings = async () => {
    await page.getByRole('button', { name: /人员与设置$/ }).click();
    await page.getByRole('menuitem', { name: '设置…' }).click();
  };
  const limit = settings.getByLabel('上传限速（KB/秒）');

  await test.step('the settings take a folder that is there, and say so when it is not', async () => {
    await page.setViewportSize({ width: 1024, height: 700 });
    await openSettings();
    await expect(settings.getByRole('list', { name: '上传去处' })).toContainText('本机演示门户');
    await expectNoViolations(page, '[role=dialog]');
    await settings.getByRole('button', { name: '添加门户…' }).click();
    await settings.getByRole('button', { name: '保存' }).click();
    await expect(settings).toContainText('请填写名称');
    await expect(settings).toContainText('请填写令牌');
    await expectNoViolations(page, '[role=dialog]');
    await settings.getByRole('button', { name: '取消' }).click();
    // Whoever goes by keys goes on where the form was opened.
    await expect(settings.getByRole('button', { name: '添加门户…' })).toBeFocused();
    await settings.getByRole('button', { name: '添加文件夹…' }).click();
    await settings.getByLabel('名称').fill('备用 U 盘');
    await settings.getByLabel('文件夹路径').fill(stick);
    await settings.getByRole('button', { name: '保存' }).click();
    await expect(settings.getByRole('alert')).toContainText('找不到这个文件夹');
    await mkdir(stick);
    await settings.getByRole('button', { name: '保存' }).click();
    await expect(settings.getByRole('list', { name: '上传去处' })).toContainText('备用 U 盘');
    await limit.fill('2');
    await limit.press('Enter');
    await settings.getByRole('button', { name: '关闭' }).click();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await openDraft(page, '待发布');
  await openTab(page, '信息');
  const packages = page.getByRole('list', { name: '发布包' });

  await test.step('a slow upload to the portal is paused where it is', async () => {
    await packages.getByRole('button', { name: '上传到…' }).click();
    await page.getByRole('menuitem', { name: '本机演示门户' }).click();
    await expect(packages).toContainText('正在上传');
    await expect(packages).toContainText(/KB\/秒 · 约剩/, { timeout: 20_000 });
    await packages.getByRole('button', { name: '暂停' }).click();
    await expect(packages).toContainText('已暂停');
    await expectNoViolations(page, '.panel');
    const [paused] = await uploads(page);
    expect(paused).toMatchObject({ state: 'paused' });
    expect(paused?.offset).toBeGreaterThan(0);
  });

  await test.step('meanwhile the folder gets it, byte for byte', async () => {
    await packages.getByRole('button', { name: '上传到“备用 U 盘”' }).click();
    await expect(packages).toContainText('已送达文件夹');
    const [file] = await readdir(stick);
    const sent = (await uploads(page)).find((upload) => upload.targetName === '备用 U 盘');
    const hash = createHash('sha256').update(await readFile(join(stick, file ?? '')));
    expect(hash.digest('hex')).toBe(sent?.zipSha256);
  });

  await test.step('without the limit it goes on to the receipt', async () => {
    await openSettings();
    await limit.fill('0');
    await limit.press('Enter');
    await settings.getByRole('button', { name: '关闭' }).click();
    await packages.getByRole('button', { name: '继续' }).click();
    await expect(packages.getByRole('group', { name: '回执' })).toContainText('回执与发布包校验值一致', {
      timeout: 30_000,
    });
    await expect(page.locator('.meta-line')).toContainText('已发布');
  });
  await rm(dataFolder, { recursive: true, force: true });
});
