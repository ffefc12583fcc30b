import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { firstStart, sheetText } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

const field = (page: Page) => page.getByRole('combobox', { name: '搜索稿件' });
const lines = (page: Page) => page.getByRole('list', { name: '稿件列表' }).getByRole('button');
const offers = (page: Page) => page.getByRole('listbox', { name: '可用的筛选' }).getByRole('option');
const chips = (page: Page) => page.getByRole('list', { name: '筛选条件' });
const findBar = (page: Page) => page.getByRole('search', { name: '查找和替换' });

async function begin(page: Page): Promise<void> {
  await firstStart(page, '陈思', { samples: true });
  await expect(lines(page)).toHaveCount(3);
  await page.keyboard.press('Control+Shift+f');
  await expect(field(page)).toBeFocused();
}

test('words are found in every field and either script, shown in their sentence, and opened where they stand', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page);
  await page.keyboard.insertText('核酸');
  await expect(lines(page)).toHaveCount(1);
  await expect(lines(page).locator('mark').first()).toHaveText('核酸');
  await expect(page.getByRole('button', { name: /^全部稿件\s*1$/ })).toHaveAttribute('aria-current', 'true');

  // To the first result and back into the words by keys alone.
  await page.keyboard.press('ArrowDown');
  await expect(lines(page).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(findBar(page).getByRole('textbox', { name: '查找', exact: true })).toHaveValue('核酸');
  await expect(findBar(page).getByRole('status')).toHaveText(/^\d+\/\d+$/);
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('gaoqian-find-current')?.size ?? 0)).toBe(1);
  await expect(lines(page).first()).toBeFocused();
  expect((await new AxeBuilder({ page }).include('.nav').include('.header').analyze()).violations).toEqual([]);

  // Traditional finds Simplified; a word at the side leads to its field there.
  await page.keyboard.press('Control+Shift+f');
  await field(page).fill('電梯');
  await expect(lines(page).filter({ hasText: '电梯安全检查' })).toBeVisible();
  await field(page).press('Escape');
  await expect(lines(page)).toHaveCount(3);
  await expect(page.getByRole('button', { name: /^我的在写/ })).toHaveAttribute('aria-current', 'true');
});

test('letters of an input method are never searched for', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await begin(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Input.imeSetComposition', { selectionStart: 4, selectionEnd: 4, text: 'he’s' });
  await expect(field(page)).toHaveValue('he’s');
  await page.keyboard.press('ArrowDown');
  await expect(field(page)).toBeFocused();
  await client.send('Input.imeSetComposition', { selectionStart: 2, selectionEnd: 2, text: '核酸' });
  await expect(lines(page)).toHaveCount(3);
  await client.send('Input.insertText', { text: '核酸' });
  await expect(lines(page)).toHaveCount(1);
  await expect(page.getByText('“核酸”的结果')).toBeVisible();
});

for (const width of [1024, 1440]) {
  test(`an offer is seen whole and taken by a click, ${width} pixels wide`, async ({ launchDesk }) => {
    const { page } = await launchDesk();
    await begin(page);
    await page.setViewportSize({ width, height: 700 });
    // A click reaches only what lies on top.
    await offers(page).last().click();
    await expect(field(page)).toHaveValue(/^[^：]+：$/);
    await offers(page).first().click();
    await expect(chips(page).getByRole('listitem')).toHaveCount(1);
  });
}

test('fields and values of filters are offered and taken by keys; what was taken can be removed', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page);
  await expect(offers(page).first()).toHaveText(/^栏目/);
  await page.keyboard.insertText('栏');
  await expect(offers(page)).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveValue('栏目：');
  await expect(offers(page).filter({ hasText: '工作动态' })).toHaveText(/工作动态\d+ 篇/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('栏目：工作动态 ');
  await expect(chips(page)).toHaveText('栏目：工作动态');
  await expect.poll(async () => lines(page).count()).toBeLessThan(3);

  await page.keyboard.insertText('-图:有 颜色:红');
  await expect(chips(page).getByRole('listitem')).toHaveText(['栏目：工作动态', '不含 图：有']);
  await expect(page.getByText('没有“颜色”这种筛选，已按文字查找。')).toBeVisible();
  await expect(page.getByText('没有找到“栏目：工作动态 -图:有 颜色:红”')).toBeVisible();
  await field(page).fill('栏目：工作动态 状态:写完了');
  await expect(page.getByText('“状态”里没有“写完了”，这一项没有用上。')).toBeVisible();
  await page.getByRole('button', { name: '去掉“栏目：工作动态”' }).click();
  await expect(field(page)).toHaveValue('状态:写完了');
  await expect(lines(page)).toHaveCount(3);
});

test('words that only an earlier version has are found on request, and shown there', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思', { samples: false });
  await page.keyboard.press('Control+n');
  const headline = page.getByRole('main').getByRole('textbox', { name: '标题' });
  await expect(headline).toBeFocused();
  await page.keyboard.insertText('危房排查');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已留下第 2 版。')).toBeVisible();
  await headline.fill('燃气安全');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('已留下第 3 版。')).toBeVisible();

  await field(page).fill('危房');
  await expect(page.getByText('没有找到“危房”')).toBeVisible();
  await page.getByRole('checkbox', { name: '包括历史版本' }).check();
  await expect(lines(page)).toHaveText(/燃气安全.*第 2 版里有 · 标题.*危房/);
  await lines(page).click();
  await expect(page.getByRole('dialog').getByRole('heading', { name: '危房排查' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheetText(page)).toBeVisible();
});

test('own searches are kept by name and come back; several drafts go to the trash and back at once, by keys', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page);
  await field(page).fill('图:有');
  await page.getByRole('button', { name: '存为常用' }).click();
  await page.getByRole('textbox', { name: '常用搜索的名称' }).fill('有图的');
  await page.keyboard.press('Enter');
  const own = page.getByRole('region', { name: '常用搜索' });
  await expect(own.getByRole('button', { name: '有图的' })).toHaveAttribute('aria-current', 'true');
  await field(page).press('Escape');
  await field(page).press('Escape');
  await expect(lines(page)).toHaveCount(3);
  await own.getByRole('button', { name: '有图的' }).click();
  await expect(field(page)).toHaveValue('图:有');
  await own.getByRole('button', { name: '有图的' }).press('F2');
  await page.getByRole('textbox', { name: '常用搜索的名称' }).fill('带图');
  await page.keyboard.press('Enter');
  await expect(own.getByRole('button', { name: '带图' })).toBeVisible();
  await own.getByRole('button', { name: '带图' }).press('Delete');
  await expect(own).toBeHidden();

  await page.getByRole('button', { name: '清除搜索' }).click();
  await expect(lines(page)).toHaveCount(3);
  await lines(page).first().focus();
  await page.keyboard.press('Shift+ArrowDown');
  const acts = page.getByRole('toolbar', { name: '对选中的稿件' });
  await expect(acts.getByText('已选 2 篇')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.getByText('2 篇稿件已移到回收站。')).toBeVisible();
  await expect(lines(page)).toHaveCount(1);
  await expect(acts).toBeHidden();
  await page.getByRole('button', { name: '撤销', exact: true }).last().click();
  await expect(lines(page)).toHaveCount(3);
});

test('a hit that is opened from the list over a narrow sheet is gone on from in the bar of the find', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page);
  await page.setViewportSize({ width: 1024, height: 700 });
  for (const _again of ['opens the draft', 'is open already']) {
    await page.keyboard.press('Control+Shift+F');
    await field(page).fill('核酸');
    await expect(lines(page).locator('mark').first()).toHaveText('核酸');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(findBar(page).getByRole('textbox', { name: '查找', exact: true })).toBeFocused();
    await expect(findBar(page).getByRole('status')).toHaveText(/^\d+\/\d+$/);
    await page.keyboard.press('Escape');
    await expect(sheetText(page)).toBeFocused();
  }
});
