import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  addPerson,
  expectSaved,
  figures,
  firstStart,
  openDraft,
  openTab,
  roles,
  sheetText,
} from './fixtures/desk-acts.ts';
import { keepAsVersion, reworked, withoutFigures } from './fixtures/kept-versions.ts';
import { expect, test } from './fixtures/launch-desk.ts';

async function openReworked(page: Page): Promise<void> {
  await firstStart(page, '拟稿员甲', { samples: true });
  await keepAsVersion(page, reworked);
  await page.reload();
  await openDraft(page, '我的在写');
}

const comparison = (page: Page) => page.getByRole('dialog', { name: '对比版本' });
const current = (page: Page) => comparison(page).locator('[data-current]').last();

test('a version that is looked at stays when the window is made narrower, and so does what it was opened from', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk({ viewport: { width: 1366, height: 768 } });
  await openReworked(page);
  const history = await openTab(page, '版本');
  await history
    .getByRole('region')
    .getByRole('button', { name: /第 1 版/ })
    .click();
  const preview = page.getByRole('dialog', { name: /第 1 版/ });
  await expect(preview).toBeVisible();
  await page.setViewportSize({ width: 1024, height: 700 });
  // Behind the dialog, so it has no role for now.
  await expect(page.getByRole('button', { name: '展开稿件列表', includeHidden: true })).toHaveCount(1);
  await expect(preview).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  await expect(history).toBeVisible();

  // List and panel lie over the sheet one at a time, above the status bar.
  await page.getByRole('button', { name: '展开稿件列表' }).click();
  await expect(history).toBeHidden();
  const [list, status] = [
    await page.locator('.nav-over').boundingBox(),
    await page.getByRole('contentinfo').boundingBox(),
  ];
  expect((list?.y ?? 0) + (list?.height ?? 0)).toBe(status?.y);
  await sheetText(page).click({ position: { x: 500, y: 40 } });
  await expect(page.getByRole('button', { name: '新建稿件' })).toHaveCount(1);
});

test('two versions stand side by side or in one text, and keys go from change to change', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await openReworked(page);
  const history = await openTab(page, '版本');
  await history.getByRole('button', { name: '对比版本' }).click();
  await expect(comparison(page)).toContainText(/共 \d+ 处改动/);

  // Metadata first, then the text in reading order.
  await page.keyboard.press('F7');
  await expect(current(page)).toHaveAccessibleName(/^标题：删除：.+，新增：.+（修订）$/);
  await expect(current(page)).toBeFocused();
  await page.keyboard.press('F7');
  await expect(current(page)).toHaveAccessibleName('删除：公众，新增：各界');
  await expect(comparison(page)).toContainText(/第 2 处，共 \d+ 处/);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(current(page)).toHaveAccessibleName(/^标题/);
  // Around the end: the figure that moved to it, with its new credit.
  await page.keyboard.press('Shift+F7');
  await expect(current(page)).toHaveAccessibleName(/^摄影：删除：拟稿员乙，新增：拟稿员甲$/);

  const view = comparison(page).getByRole('region', { name: '对比版本' });
  await expect(view.locator('[data-side=before] del', { hasText: '公众' })).toBeVisible();
  await expect(view.locator('[data-side=after] ins', { hasText: '各界' })).toBeVisible();
  await expect(view.locator('[data-side=after]', { hasText: /从第 \d+ 段移来/ })).toBeVisible();
  await comparison(page).getByRole('button', { name: '合并显示' }).click();
  await expect(view.locator('p', { hasText: '为便于社会' })).toContainText('为便于社会公众各界更好地了解');

  await comparison(page).getByLabel('只看改动').check();
  await expect(view.getByRole('button', { name: /段没有改动/ }).first()).toBeVisible();
  const { violations } = await new AxeBuilder({ page })
    .include('.compare-dialog')
    .exclude('[data-tabster-dummy]')
    .analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  await comparison(page).getByRole('combobox', { name: '旧版' }).selectOption('now');
  await expect(comparison(page)).toContainText('两版完全相同');
  await page.keyboard.press('Escape');
  await expect(comparison(page)).toBeHidden();
});

test('the timeline tells milestones, takes names of one’s own and shows them alone', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await openReworked(page);
  const history = await openTab(page, '版本');
  const timeline = history.getByRole('region', { name: '版本' });
  await expect(timeline.getByRole('button', { name: /第 2 版/ })).toContainText('当前');
  await timeline.getByRole('button', { name: /第 1 版/ }).click();

  const preview = page.getByRole('dialog', { name: /第 1 版/ });
  await preview.getByLabel('版本名称').fill('给局长看的');
  await preview.getByLabel('版本名称').press('Enter');
  await expect(preview.getByRole('button', { name: '命名' })).toBeDisabled();
  await preview.getByRole('button', { name: '关闭' }).click();
  await expect(timeline.getByRole('button', { name: /第 1 版/ })).toContainText('给局长看的');

  await openTab(page, '信息');
  await page.getByRole('button', { name: '送审', exact: true }).click();
  await expect(page.getByRole('list', { name: '稿签' })).toContainText('进行中');
  await openTab(page, '版本');
  await expect(timeline.getByRole('button', { name: /第 3 版/ })).toContainText('送审稿');
  await history.getByLabel('只看里程碑').check();
  await expect(timeline.getByRole('button', { name: /第 \d+ 版/ })).toHaveText([/送审稿/, /初稿/, /给局长看的/]);

  await timeline.getByRole('button', { name: /第 2 版/ }).click();
  await page
    .getByRole('dialog', { name: /第 2 版/ })
    .getByRole('button', { name: '与上一版对比' })
    .click();
  await expect(comparison(page)).toContainText(/共 \d+ 处改动/);
});

test('a block of an old version comes back to the sheet as one step, a figure with its picture', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲', { samples: true });
  await keepAsVersion(page, withoutFigures);
  await page.reload();
  await openDraft(page, '我的在写');
  await expect(figures(page)).toHaveCount(0);
  const history = await openTab(page, '版本');
  await history.getByRole('button', { name: '对比版本' }).click();
  const row = comparison(page).locator('.diff-row[data-kind=removed]').first();
  await expect(row.locator('img')).toBeVisible();
  const shown = await comparison(page).locator('.diff-cell[data-side=before] img').count();
  await expect(comparison(page).locator('.diff-cell[data-side=after] img')).toHaveCount(0);
  await row.hover();
  await row.getByRole('button', { name: '插入到稿面' }).click();
  // What it says of the sheet is true at once: the picture stands on both sides, and says where.
  const brought = comparison(page).locator('.diff-row', { hasText: /已放到稿面第 \d+ 段。/ });
  await expect(brought.getByRole('button', { name: '插入到稿面' })).toHaveCount(0);
  await expect(comparison(page).locator('.diff-cell[data-side=before] img')).toHaveCount(shown);
  await expect(comparison(page).locator('.diff-cell[data-side=after] img')).toHaveCount(1);
  await comparison(page).getByRole('button', { name: '关闭' }).click();

  await expect(figures(page)).toHaveCount(1);
  const image = figures(page).locator('img').first();
  await expect.poll(async () => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBeGreaterThan(0);
  const pictures = await openTab(page, '图片');
  // Its line is there with what is known of it, and it can be cut.
  const line = pictures.getByRole('listitem', { name: '图 1' });
  await expect(line).toContainText(/\d+×\d+/);
  await expect(line.locator('img')).toBeVisible();
  await line.getByRole('button', { name: '裁剪和旋转图 1' }).click();
  const crop = page.getByRole('dialog', { name: '裁剪和旋转' });
  await expect(crop.locator('img').first()).toBeVisible();
  await crop.getByRole('button', { name: '取消' }).click();
  await expect(crop).toBeHidden();

  await expectSaved(page);
  await sheetText(page).locator('p').first().click();
  await page.keyboard.press('Control+z');
  await expect(figures(page)).toHaveCount(0);
});

test('who changed a sentence when, from its words to the two versions', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  await page.getByRole('main').getByRole('textbox', { name: '标题' }).fill('三个社区入选');
  await sheetText(page).click();
  await page.keyboard.type('昨日公布名单。入选的有三个社区。');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已留下第 2 版。')).toBeVisible();
  await addPerson(page, '编辑乙', roles.first);
  const words = sheetText(page).locator('p').first();
  await words.click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('和两个村');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已留下第 3 版。')).toBeVisible();

  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.getByRole('toolbar', { name: '所选文字的工具' }).getByRole('button', { name: '这句话的来历' }).click();
  const trace = page.getByRole('dialog', { name: '这句话的来历' });
  await expect(trace.getByRole('blockquote')).toHaveText('入选的有三个社区和两个村。');
  const lines = trace.getByRole('list', { name: '这句话的来历' }).getByRole('listitem');
  await expect(lines).toHaveCount(2);
  const changed = lines.filter({ hasText: '编辑乙' });
  await expect(changed).toContainText('第 3 版');
  await expect(changed).toContainText('改动');
  await expect(changed.locator('ins')).toHaveText('和两个村');
  const written = lines.filter({ hasText: '拟稿员甲' });
  await expect(written).toContainText('第 2 版');
  await expect(written).toContainText('写下');
  await changed.getByRole('button', { name: '对比' }).click();
  await expect(trace).toBeHidden();
  await expect(comparison(page).locator('ins', { hasText: '和两个村' })).toBeVisible();
});
