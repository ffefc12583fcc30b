import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/launch-desk.ts';
import { expectSaved, firstStart, sheetText } from './fixtures/desk-acts.ts';

async function openHealth(page: Page) {
  await page.getByRole('contentinfo', { name: '状态栏' }).getByRole('button', { name: /备份/ }).click();
  return page.getByRole('dialog', { name: '数据与备份' });
}

/** Writes a backup by hand, beside those that the app writes by itself; answers how many there are then. */
async function backUp(desk: { readonly dataFolder: string }, health: Locator): Promise<number> {
  // The folder comes with the first.
  const names = async () => readdir(join(desk.dataFolder, 'backups')).catch((): string[] => []);
  const written = async () => (await names()).filter((name) => name.endsWith('.sqlite')).length;
  const before = await written();
  await health.getByRole('button', { name: '立即备份' }).click();
  await expect.poll(written).toBeGreaterThan(before);
  await expect(health.getByRole('button', { name: '演练恢复' })).toBeEnabled();
  return written();
}

const notice = (page: Page) => page.getByText('数据检查发现问题：缺图片文件 1 个。');
const foot = (page: Page) =>
  page.getByRole('contentinfo', { name: '状态栏' }).getByRole('button', { name: '数据有问题' });

test('what a check found is told at the next start and at the foot, until it is repaired', async ({ launchDesk }) => {
  const desk = await launchDesk();
  await firstStart(desk.page, '拟稿员甲', { samples: true });
  const health = await openHealth(desk.page);
  await backUp(desk, health);
  const files = (await readdir(join(desk.dataFolder, 'media'), { recursive: true })).filter((name) => name.length > 60);
  await rm(join(desk.dataFolder, 'media', files[0] ?? ''));
  await health.getByRole('button', { name: '检查', exact: true }).click();
  await expect(health).toContainText('缺图片文件 1 个');
  await health.getByRole('button', { name: '关闭' }).click();
  await expect(notice(desk.page)).toBeVisible();
  await expect(foot(desk.page)).toBeVisible();

  await desk.restart();
  const { page } = desk;
  await expect(notice(page)).toBeVisible();
  await page.getByRole('button', { name: '数据与备份…' }).first().click();
  const again = page.getByRole('dialog', { name: '数据与备份' });
  // What it will do is seen also on a low screen.
  await page.setViewportSize({ width: 1024, height: 700 });
  await again.getByRole('button', { name: '修复…' }).click();
  await expect(page.getByRole('button', { name: '开始修复' })).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: '开始修复' }).click();
  await expect(again).toContainText('，完好');
  await again.getByRole('button', { name: '关闭' }).click();
  await expect(notice(page)).toHaveCount(0);
  await expect(foot(page)).toHaveCount(0);
});

test('backups: by hand, proven by a drill, to a second disk that comes and goes, one draft and everything restored', async ({
  launchDesk,
}) => {
  test.setTimeout(150_000);
  const desk = await launchDesk();
  const { page } = desk;
  await firstStart(page, '拟稿员甲', { samples: true });
  const sheet = sheetText(page);
  await page.getByRole('list', { name: '稿件列表' }).getByRole('button').first().click();
  await expect(sheet).toBeVisible();
  const headline = await page.getByRole('textbox', { name: '标题' }).first().innerText();
  const files = (await readdir(join(desk.dataFolder, 'media'), { recursive: true })).filter((name) => name.length > 60);
  expect(files.length).toBeGreaterThan(3);

  const health = await openHealth(page);
  await expect(health).toContainText('稿件 3 篇');
  const first = await backUp(desk, health);
  await health.getByRole('button', { name: '演练恢复' }).click();
  await expect(health).toContainText('的备份可以完整恢复');
  await health.getByRole('button', { name: '检查', exact: true }).press('Enter');
  await expect(health).toContainText('，完好');
  await expect(
    health.getByRole('button', { name: '检查', exact: true }),
    'which was off while it worked',
  ).toBeFocused();

  // A picture goes missing: the check says so, the repair brings it back and says so.
  const lost = join(desk.dataFolder, 'media', files[0] ?? '');
  await rm(lost);
  await health.getByRole('button', { name: '检查', exact: true }).click();
  await expect(health).toContainText('缺图片文件 1 个');
  await health.getByRole('button', { name: '修复…' }).click();
  await page.getByRole('button', { name: '开始修复' }).click();
  await expect(health).toContainText('，完好');
  expect(await readdir(join(lost, '..'))).toContain(lost.slice(-64));

  const second = join(desk.dataFolder, '..', `${desk.dataFolder.slice(-6)}-second`);
  await mkdir(second);
  await health.getByRole('textbox', { name: '文件夹' }).fill('no-such-place');
  await health.getByRole('button', { name: '使用' }).click();
  await expect(health).toContainText('找不到这个文件夹');
  await health.getByRole('textbox', { name: '文件夹' }).fill(second);
  await health.getByRole('button', { name: '使用' }).click();
  await expect(health).toContainText(/已就绪，最近写入：\d/);
  await rename(second, `${second}-away`);
  await health.getByRole('button', { name: '立即备份' }).click();
  await expect(health).toContainText('现在没有接上');
  await rm(`${second}-away`, { recursive: true });

  // Other words, then the old ones out of the backup.
  await health.getByRole('button', { name: '关闭' }).click();
  await page.getByRole('textbox', { name: '标题' }).first().fill('改坏了的标题');
  await expectSaved(page);
  await openHealth(page);
  await health.getByRole('button', { name: '从备份恢复…' }).click();
  const list = page.getByRole('dialog', { name: '从备份恢复' });
  // The newest stands first; the app's own first one may be from before the samples came.
  await expect.poll(() => list.getByRole('listitem').count()).toBeGreaterThan(first);
  const nthOld = async () => (await list.getByRole('listitem').count()) - first;
  await list
    .getByRole('button', { name: '取回稿件…' })
    .nth(await nthOld())
    .click();
  const drafts = page.getByRole('dialog', { name: /的稿件$/ });
  await drafts.getByRole('searchbox', { name: '按标题查找' }).fill(headline.slice(0, 6));
  await drafts.getByRole('button', { name: '取回稿件…' }).click();
  await expect(drafts.getByRole('region', { name: '文字' })).not.toBeEmpty();
  // What is refused is said in the dialog: a notice would lie under it.
  const backups = join(desk.dataFolder, 'backups');
  await rename(backups, `${backups}-away`);
  await drafts.getByRole('button', { name: '取回为新稿件' }).click();
  await expect(drafts.getByRole('alert')).not.toBeEmpty();
  await rename(`${backups}-away`, backups);
  await drafts.getByRole('button', { name: '取回为新稿件' }).click();
  await expect(drafts).toBeHidden();
  await expect(page.getByRole('textbox', { name: '标题' }).first()).toHaveText(headline);
  await expect(page.getByRole('list', { name: '稿件列表' }).getByRole('listitem')).toHaveCount(4);

  // Everything: the window starts anew on the backup; what was there lies aside.
  await openHealth(page);
  await health.getByRole('button', { name: '从备份恢复…' }).click();
  await list
    .getByRole('button', { name: '整个恢复…' })
    .nth(await nthOld())
    .click();
  await page.getByRole('button', { name: '备份并恢复' }).click();
  await expect(list).toBeHidden({ timeout: 30_000 });
  await expect(page.getByRole('list', { name: '稿件列表' }).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByText('改坏了的标题')).toHaveCount(0);
  await expect.poll(async () => readdir(join(desk.dataFolder, 'quarantine'))).toHaveLength(1);
  await desk.restart();
  await expect(desk.page.getByRole('list', { name: '稿件列表' }).getByRole('listitem')).toHaveCount(3);
});
