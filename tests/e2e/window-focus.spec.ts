import type { Page } from '@playwright/test';
import { firstStart, openTab, sheetText } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

const dialogs = (page: Page) => page.getByRole('dialog');

/** Escape closes what is open. */
async function close(page: Page): Promise<void> {
  await expect(dialogs(page)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialogs(page)).toHaveCount(0);
}

/** A sample with pictures on the sheet, the caret in its words. */
async function writeOnSample(page: Page): Promise<void> {
  await firstStart(page, '陈思', { samples: true });
  await page
    .getByRole('list', { name: '稿件列表' })
    .getByRole('button', { name: /政策解读/ })
    .dblclick();
  await expect(sheetText(page)).toBeFocused();
}

test('Escape gives the focus back to where it was, whatever had it before that', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await writeOnSample(page);

  await test.step('a tool was used before, which has a popover of its own', async () => {
    await page.getByRole('toolbar', { name: '格式工具栏' }).getByRole('button', { name: '固定用语' }).click();
    await page.keyboard.press('Escape');
    await sheetText(page).locator('p').first().click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
  });
  const selected = async () => page.evaluate(() => document.getSelection()?.toString());
  const words = await selected();
  expect(words).toHaveLength(2);

  for (const key of ['F1', 'F9', 'Control+Shift+P']) {
    await test.step(`${key} from the sheet`, async () => {
      await page.keyboard.press(key);
      await close(page);
      await expect(sheetText(page)).toBeFocused();
      expect(await selected()).toBe(words);
    });
  }

  await test.step('a figure stays selected, and words are written where they were', async () => {
    const figure = sheetText(page).locator('figure').first();
    await figure.locator('.gq-picture').click();
    await page.keyboard.press('F1');
    await close(page);
    await expect(sheetText(page)).toBeFocused();
    await expect(figure).toHaveAttribute('data-selected');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('End');
    await page.keyboard.press('F1');
    await close(page);
    await page.keyboard.type('补记');
    await expect(figure.locator('xpath=preceding-sibling::*[1]')).toHaveText(/补记$/);
  });

  await test.step('a command that opens a dialog of its own', async () => {
    await page.keyboard.press('Control+Shift+P');
    await page.keyboard.type('快捷键');
    await page.keyboard.press('Enter');
    await expect(dialogs(page)).toContainText('Ctrl');
    await close(page);
    await expect(sheetText(page)).toBeFocused();
  });

  await test.step('a menu', async () => {
    const person = page.getByRole('button', { name: /人员与设置$/ });
    for (const entry of ['设置…', '添加人员…', '审计日志…', '数据与备份…']) {
      await person.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: entry }).press('Enter');
      await close(page);
      await expect(person).toBeFocused();
    }
  });

  await test.step('a version, and the comparison that takes its place', async () => {
    const panel = await openTab(page, '版本');
    const version = panel.getByRole('region', { name: '版本' }).getByRole('button').first();
    await version.press('Enter');
    await close(page);
    await expect(version).toBeFocused();
    await version.press('Enter');
    await dialogs(page).getByRole('button', { name: '与现在对比' }).press('Enter');
    await expect(dialogs(page)).toContainText('对比版本');
    await close(page);
    await expect(version).toBeFocused();
  });

  await test.step('the table of pictures', async () => {
    const panel = await openTab(page, '图片');
    const table = panel.getByRole('button', { name: '图片总表' });
    await table.press('Enter');
    await close(page);
    await expect(table).toBeFocused();
  });
});

test('the first key begins a draft, and words go on below a boilerplate that was chosen', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  await page.keyboard.press('Enter');
  const headline = page.getByRole('textbox', { name: '标题' }).first();
  await expect(headline).toBeFocused();
  await page.keyboard.type('标题');
  await page.keyboard.press('Enter');
  await page.keyboard.type('导语');
  const choose = page.getByRole('toolbar', { name: '格式工具栏' }).getByRole('button', { name: '固定用语' });

  for (const [name, blank] of [
    ['联系方式', null],
    ['供稿署名', '陈思'],
  ] as const) {
    await choose.press('Enter');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    if (blank !== null) {
      await page.keyboard.type(blank);
      await page.keyboard.press('Enter');
    }
    await expect(sheetText(page)).toBeFocused();
    await page.keyboard.type(`在${name}之后`);
    await expect(sheetText(page).locator('p').last()).toHaveText(`在${name}之后`);
  }
  await expect(headline).toHaveText('标题');
});

test('a headline and the words after it may be typed before their sheet is there', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思');
  for (let turn = 0; turn < 3; turn += 1) {
    await page.keyboard.press('Control+n');
    await page.keyboard.type('标题');
    await page.keyboard.press('Enter');
    await page.keyboard.type('导语');
    await page.keyboard.press('Enter');
    await page.keyboard.type('次段');
    await expect(sheetText(page).locator('p')).toHaveText(['导语', '次段']);
    await expect(page.getByRole('main').getByRole('textbox', { name: '标题' })).toHaveText('标题');
    await expect(sheetText(page)).toBeFocused();
  }
});

test('F6 comes back to the sheet from every area, also to a picture that is selected', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await writeOnSample(page);
  const figure = sheetText(page).locator('figure').first();
  await figure.locator('.gq-picture').click();
  await expect(figure).toHaveAttribute('data-selected');
  for (const area of [page.locator('.panel'), page.locator('.nav')]) {
    await page.keyboard.press('F6');
    await expect(area.locator(':focus')).toHaveCount(1);
  }
  await page.keyboard.press('F6');
  await expect(sheetText(page)).toBeFocused();
  await expect(figure).toHaveAttribute('data-selected');
  await page.keyboard.press('Tab');
  await expect(figure.getByRole('button', { name: '替换' })).toBeFocused();
});

test('Ctrl+Z beside the words takes back the last step of the sheet, whatever field was written in last', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await writeOnSample(page);
  const first = sheetText(page).locator('p').first();
  await first.press('Control+Home');
  await page.keyboard.type('补记');
  const search = page.getByRole('combobox', { name: '搜索稿件' });
  await search.fill('改造');

  await page.getByRole('toolbar', { name: '格式工具栏' }).getByRole('button', { name: '固定用语' }).focus();
  await page.keyboard.press('Control+z');
  await expect(first).not.toHaveText(/^补记/);
  await page.getByRole('tab', { name: /^图片/ }).focus();
  await page.keyboard.press('Control+y');
  await expect(first).toHaveText(/^补记/);

  await sheetText(page).focus();
  await page.keyboard.press('Control+Shift+O');
  const entries = page.getByRole('tree', { name: '大纲' }).getByRole('treeitem');
  const before = await entries.allInnerTexts();
  await page.keyboard.press('Home');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(() => entries.allInnerTexts()).not.toEqual(before);
  await page.keyboard.press('Control+z');
  await expect.poll(() => entries.allInnerTexts()).toEqual(before);
  await expect(page.getByRole('tree', { name: '大纲' }).locator(':focus')).toHaveCount(1);
  await expect(search).toHaveValue('改造');
});

test('the list keeps the focus when a line goes by its menu, and when the bar below it goes', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲', { samples: true });
  const lines = page.getByRole('list', { name: '稿件列表' }).getByRole('listitem').getByRole('button');
  const bar = page.getByRole('toolbar', { name: '对选中的稿件' });
  await lines.nth(1).focus();
  await page.keyboard.press('Control+Space');
  await bar.getByRole('button', { name: '取消' }).press('Enter');
  await expect(lines.nth(1)).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: '移到回收站' }).press('Enter');
  await expect(lines).toHaveCount(2);
  await expect(lines.nth(1)).toBeFocused();
  await page.keyboard.press('Control+Space');
  await bar.getByRole('button', { name: '移到回收站' }).press('Enter');
  await expect(lines).toHaveCount(1);
  await expect(lines).toBeFocused();
});

test('at the side the focus goes on to what takes the place of a card that goes with its act', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await writeOnSample(page);
  const comments = await openTab(page, '批注');
  for (const remark of ['请核对', '再核对']) {
    await sheetText(page).locator('p').first().click();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+Alt+m');
    await comments.getByRole('textbox', { name: '批注内容' }).fill(remark);
    await page.keyboard.press('Control+Enter');
    // The remark is saved: whoever wrote it writes on.
    await expect(comments.getByRole('textbox', { name: '批注内容' })).toHaveCount(0);
    await expect(comments.getByText(remark)).toBeVisible();
    await expect(sheetText(page)).toBeFocused();
  }
  const settle = comments.getByRole('button', { name: '已处理', exact: true });
  await settle.first().focus();
  // The button goes with the key: a press on it by its locator would look for it again.
  await page.keyboard.press('Enter');
  await expect(settle).toHaveCount(1);
  await expect(settle).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(settle).toHaveCount(0);
  await expect(comments.locator(':focus')).toHaveText(/已处理的 2 条/);
});

test('in a small window a list or panel that closes gives the focus back to where it was', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await writeOnSample(page);
  await page.setViewportSize({ width: 1024, height: 700 });
  await sheetText(page).locator('p').first().click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+Alt+m');
  await expect(page.getByRole('textbox', { name: '批注内容' })).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(sheetText(page)).toBeFocused();

  const list = page.getByRole('button', { name: '展开稿件列表' });
  await list.press('Enter');
  await page.getByRole('list', { name: '稿件列表' }).getByRole('button').first().focus();
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();

  const panel = page.getByRole('button', { name: '打开侧栏' });
  await panel.press('Enter');
  await page.getByRole('tab', { name: '版本' }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(panel).toBeFocused();
});

test('Escape closes the preview also where the page in it was pressed', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await writeOnSample(page);
  await page.keyboard.press('F9');
  const shown = page.frameLocator('iframe[title="页面预览"]');
  await shown.locator('h1').click();
  await page.keyboard.press('Escape');
  await expect(dialogs(page)).toHaveCount(0);
  await expect(sheetText(page)).toBeFocused();
});

test('the list follows arrows that come as fast as they can', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思', { samples: true });
  const lines = page.getByRole('list', { name: '稿件列表' }).getByRole('button');
  await lines.first().focus();
  await page.evaluate(() => {
    for (const key of ['ArrowDown', 'ArrowDown']) {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  });
  await expect(lines.nth(2)).toBeFocused();
});
