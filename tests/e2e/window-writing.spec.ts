import type { Locator, Page } from '@playwright/test';
import { resourcePath } from '#cli/open-desk.ts';
import { expectSaved, figures, firstStart, openTab, sheetText } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

const headline = (page: Page) => page.getByRole('main').getByRole('textbox', { name: '标题' });
const status = (page: Page) => page.getByRole('contentinfo', { name: '状态栏' });
const toolbar = (page: Page) => page.getByRole('toolbar', { name: '格式工具栏' });
const zoom = (page: Page) => page.getByRole('button', { name: /^稿面缩放/ });
const outline = (page: Page) => page.getByRole('complementary', { name: '大纲' });
const entry = (page: Page, name: string) => outline(page).getByRole('treeitem', { name });
/** The words between the caret's line's start and the caret. */
const beforeCaret = (page: Page) =>
  page.evaluate(() => {
    const selection = getSelection();
    return (selection?.focusNode?.textContent ?? '').slice(0, selection?.focusOffset ?? 0);
  });

async function begin(page: Page, lines: readonly string[]): Promise<void> {
  await firstStart(page, '拟稿员甲');
  await page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  await expect(headline(page)).toBeFocused();
  await page.keyboard.type('标题');
  await page.keyboard.press('Enter');
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
  await expectSaved(page);
}

test('the status bar counts, walks through 【待核】 and opens the checks; counters agree with the check of length', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page, ['共有90多名义工 参加', '受益群众三千人']);
  for (const words of ['90', '三千']) {
    await page.evaluate((words) => {
      const texts = document.createTreeWalker(
        document.querySelector('.gq-text') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const at = text.nodeValue?.indexOf(words) ?? -1;
        if (at !== -1) getSelection()?.setBaseAndExtent(text, at, text, at + words.length);
      }
    }, words);
    const mark = page.getByRole('toolbar', { name: '所选文字的工具' }).getByRole('button', { name: '【待核】' });
    if (words === '90') await mark.click();
    else await page.keyboard.press('Control+Alt+h');
  }
  const walk = status(page).getByRole('button', { name: '【待核】2' });
  await walk.click();
  await expect(sheetText(page)).toBeFocused();
  const selected = () => page.evaluate(() => getSelection()?.toString());
  const first = await selected();
  await walk.click();
  await expect.poll(selected).not.toBe(first);

  await status(page)
    .getByRole('button', { name: /^\d+ 字$/ })
    .click();
  const counts = page.getByRole('dialog', { name: '字数统计' });
  await expect(counts).toContainText('字符数（不计空格）');
  await page.keyboard.press('Escape');
  await expect(counts).toBeHidden();

  await status(page).getByRole('button', { name: /^检查/ }).click();
  await expect(page.getByRole('tab', { name: /^检查/ })).toHaveAttribute('aria-selected', 'true');

  const info = await openTab(page, '信息');
  const field = info.getByLabel('列表标题');
  await field.fill('短'.repeat(18) + '2026');
  await expect(info.getByText('19/20', { exact: true })).toBeVisible();
  await field.fill('短'.repeat(21));
  await expect(info.getByText('21/20，超 1 字')).toBeVisible();
  const checks = await openTab(page, '检查');
  await expect(checks).toContainText('列表标题过长：21 字');
  await openTab(page, '信息');
  await field.fill('');
  await expectSaved(page);
  await headline(page).click();
  await page.keyboard.type('题'.repeat(29));
  await expect(page.getByRole('main').getByText('31/30，超 1 字')).toBeVisible();
});

test('a comment begins on the selected words, by their tools or Ctrl+Alt+M, and waits while another tab is open', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page, ['共有九十多名义工']);
  await page.keyboard.press('Home');
  for (let count = 0; count < 2; count += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('toolbar', { name: '所选文字的工具' }).getByRole('button', { name: '批注' }).click();
  const remark = page.getByRole('tabpanel').getByRole('textbox', { name: '批注内容' });
  await expect(remark).toBeFocused();
  await expect(page.getByRole('tabpanel')).toContainText('共有');
  await page.keyboard.type('请核对');
  await openTab(page, '信息');
  await openTab(page, '批注');
  await expect(remark).toHaveValue('请核对');
  await remark.press('Control+Enter');
  await expect(page.getByRole('tabpanel').getByRole('paragraph').filter({ hasText: '请核对' })).toBeVisible();
  await expect(remark).toBeHidden();
  await expect(page.locator('.gq-mark')).toHaveText('共有');
  await expect(sheetText(page)).toBeFocused();

  await openTab(page, '信息');
  await sheetText(page).press('End');
  await page.keyboard.press('Shift+ArrowLeft');
  // The window is told of a selection once a frame.
  await expect(page.getByRole('toolbar', { name: '所选文字的工具' })).toBeVisible();
  await page.keyboard.press('Control+Alt+m');
  await expect(remark).toBeFocused();
  await page.getByRole('tabpanel').getByRole('button', { name: '取消' }).click();
  await expect(sheetText(page)).toBeFocused();
});

test('the toolbar offers nothing for the text while the headline is written; Ctrl and the wheel zoom, and it is remembered', async ({
  launchDesk,
}) => {
  const desk = await launchDesk();
  const { page } = desk;
  await begin(page, ['正文']);
  const bold = toolbar(page).getByRole('button', { name: '加粗' });
  await expect(bold).toBeEnabled();
  await headline(page).click();
  for (const name of ['加粗', '链接', '【待核】', /^段落样式/]) {
    await expect(toolbar(page).getByRole('button', { name, exact: true })).toBeDisabled();
  }
  await expect(toolbar(page).getByRole('button', { name: '段落样式：标题' })).toBeVisible();
  await expect(toolbar(page).getByRole('button', { name: '撤销' })).toBeEnabled();
  // Quotes become Chinese ones here as in the text.
  await page.keyboard.press('End');
  await page.keyboard.type('"回头看"');
  await expect(headline(page)).toHaveText('标题“回头看”');
  await page.keyboard.press('Enter');
  await expect(bold).toBeEnabled();

  await sheetText(desk.page).hover();
  await desk.page.keyboard.down('Control');
  await desk.page.mouse.wheel(0, -100);
  await expect(zoom(desk.page)).toHaveText('125%');
  // Two fingers say the same in small steps.
  for (let count = 0; count < 6; count += 1) await desk.page.mouse.wheel(0, -10);
  await expect(zoom(desk.page)).toHaveText('150%');
  await desk.page.keyboard.up('Control');
  await desk.page.mouse.wheel(0, 100);
  await expect(zoom(desk.page)).toHaveText('150%');
  expect(await desk.page.evaluate(() => visualViewport?.scale)).toBe(1);
  await desk.restart();
  await expect(zoom(desk.page)).toHaveText('150%');
});

test('the outline shows the headings, follows the caret, jumps, and moves whole sections', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await begin(page, ['导语']);
  await page.keyboard.press('Control+Shift+o');
  await expect(outline(page)).toContainText('还没有小标题');
  await expect(outline(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(outline(page)).toBeHidden();
  await expect(sheetText(page)).toBeFocused();
  await page.keyboard.press('Control+Shift+o');
  await sheetText(page).press('Control+End');
  for (const line of ['## 一、部署', '部署正文', '## 二、要求', '要求正文']) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
  await expect(outline(page).getByRole('treeitem')).toHaveText(['一、部署', '二、要求']);
  await expect(entry(page, '二、要求')).toHaveAttribute('aria-current', 'location');
  await page.keyboard.press('Control+Home');
  await expect(outline(page).locator('[aria-current]')).toHaveCount(0);

  await page.keyboard.press('Control+Shift+o');
  await page.keyboard.press('Control+Shift+o');
  await expect(entry(page, '一、部署')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(sheetText(page)).toBeFocused();
  await page.keyboard.type('新');
  await expect(entry(page, '新二、要求')).toHaveAttribute('aria-current', 'location');

  await entry(page, '新二、要求').focus();
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(outline(page).getByRole('treeitem')).toHaveText(['新二、要求', '一、部署']);
  await expect(sheetText(page)).toHaveText('导语新二、要求要求正文一、部署部署正文');
  await expect(entry(page, '新二、要求')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(outline(page)).toBeHidden();
  await expect(sheetText(page)).toBeFocused();
  expect(await beforeCaret(page)).toBe('新');
  await page.keyboard.press('Control+z');
  await expect(sheetText(page)).toHaveText('导语一、部署部署正文新二、要求要求正文');

  await page.keyboard.press('Control+Shift+o');
  // The outline is read from the words as they were last taken for saving.
  await expect(outline(page).getByRole('treeitem')).toHaveText(['一、部署', '新二、要求']);
  const [from, to] = [await entry(page, '新二、要求').boundingBox(), await entry(page, '一、部署').boundingBox()];
  await page.mouse.move((from?.x ?? 0) + 40, (from?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move((to?.x ?? 0) + 40, (to?.y ?? 0) + 2, { steps: 4 });
  await page.mouse.up();
  await expect(sheetText(page)).toHaveText('导语新二、要求要求正文一、部署部署正文');
});

test('focus mode leaves nothing but the sheet and its saved state, and ends by F11, Escape or what needs a panel', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await begin(page, ['第一段', '第二段']);
  const around = [
    page.getByRole('navigation', { name: '稿件导航' }),
    page.getByRole('complementary', { name: '侧栏' }),
    page.getByRole('combobox', { name: '搜索稿件' }),
  ];
  const isWhole = async (isSeen: boolean): Promise<void> => {
    for (const part of around) await expect(part).toBeVisible({ visible: isSeen });
  };
  await page.keyboard.press('F11');
  await isWhole(false);
  await expect(status(page)).toContainText('已保存');
  await expect(page.locator('.gq-text > [data-calm]')).toHaveText('第二段');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('.gq-text > [data-calm]')).toHaveText('第一段');

  // Who asked for more contrast reads all paragraphs as before.
  const other = page.locator('.gq-text > :not([data-calm])').first();
  await expect(other).not.toHaveCSS('opacity', '1');
  await page.emulateMedia({ contrast: 'more' });
  await expect(other).toHaveCSS('opacity', '1');
  await page.emulateMedia({ contrast: null });
  await page.keyboard.type('新');
  await expectSaved(page);
  await page.keyboard.press('F11');
  await isWhole(true);
  await expect(page.locator('[data-calm]')).toHaveCount(0);

  await page.keyboard.press('F11');
  await isWhole(false);
  await page.keyboard.press('Escape');
  await isWhole(true);
  await page.keyboard.press('F11');
  await status(page)
    .getByRole('button', { name: /^退出专注写作/ })
    .click();
  await isWhole(true);
  await page.keyboard.press('F11');
  await status(page).getByRole('button', { name: /^检查/ }).click();
  await isWhole(true);
  await page.keyboard.press('F11');
  await page.keyboard.press('Control+Shift+f');
  await expect(page.getByRole('combobox', { name: '搜索稿件' })).toBeFocused();
});

test('every act is found by Chinese, pinyin or initials, and acts where the focus was', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await begin(page, ['正文']);
  const palette = page.getByRole('dialog', { name: '命令' });
  const option = (name: string) => palette.getByRole('option', { name });
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('Control+Shift+p');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('jiacu');
  await expect(option('加粗')).toHaveAttribute('aria-selected', 'true');
  await expect(option('加粗')).toContainText('Ctrl');
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
  await expect(sheetText(page).locator('.gq-bold')).toHaveText('正文');
  await expect(sheetText(page)).toBeFocused();

  await page.getByRole('button', { name: /^命令/ }).click();
  for (const words of ['xbte', '小标题二']) {
    await palette.getByRole('combobox').fill(words);
    await expect(option('段落改为小标题二')).toBeVisible();
  }
  await palette.getByRole('combobox').fill('没有这样的');
  await expect(palette).toContainText('没有找到这样的命令');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  // What means nothing for the headline is not offered there.
  await headline(page).click();
  await page.keyboard.press('Control+Shift+p');
  await palette.getByRole('combobox').fill('加粗');
  await expect(palette).toContainText('没有找到这样的命令');
  await palette.getByRole('combobox').fill('zzxz');
  await expect(option('专注写作')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: '稿件导航' })).toBeHidden();
});

test('half-width signs in the headline are offered as full-width, and Tab takes the offer', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await begin(page, ['正文']);
  await headline(page).click();
  await page.keyboard.press('End');
  await page.keyboard.type('来了,再说');
  const offer = page.getByRole('button', { name: '按 Tab 改为“，”' });
  await expect(offer).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(headline(page)).toHaveText('标题来了，再说');
  await page.keyboard.type('!');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /按 Tab 改为/ })).toBeHidden();
  await page.keyboard.type('真(好)');
  await page.getByRole('button', { name: '按 Tab 改为“）”' }).click();
  await expect(headline(page)).toBeFocused();
  await page.keyboard.type('的');
  await expect(headline(page)).toHaveText('标题来了，再说!真（好）的');
  await page.keyboard.press('Control+z');
  await expect(headline(page)).not.toHaveText('标题来了，再说!真（好）的');
  await page.keyboard.press('Tab');
  await expect(sheetText(page)).toBeFocused();
});

test('below the caret stays room for the next line, and what is inserted at the lower edge comes into sight whole', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk({ viewport: { width: 1366, height: 768 } });
  await begin(
    page,
    Array.from({ length: 14 }, (_, index) => `第${String(index + 1)}段`),
  );
  const canvas = page.locator('.canvas');
  /** How far the lower edge of something is above that of the sheet's window. */
  const room = async (part: Locator): Promise<number> => {
    const [inner, outer] = [await part.boundingBox(), await canvas.boundingBox()];
    return inner && outer ? outer.y + outer.height - inner.y - inner.height : Number.NaN;
  };
  await expect.poll(async () => await room(sheetText(page).locator('p').last())).toBeGreaterThan(40);

  await page.keyboard.press('Enter');
  await page.keyboard.type('/bg');
  await page.keyboard.press('Enter');
  await expect.poll(async () => await room(sheetText(page).locator('table'))).toBeGreaterThan(40);
  const tools = page.getByRole('toolbar', { name: '表格工具' });
  await expect.poll(async () => await room(tools)).toBeGreaterThanOrEqual(0);
  await expect(sheetText(page)).toBeFocused();

  await page.keyboard.press('Control+End');
  const pictures = ['building-site.jpg', 'river-town.jpg'].map((name) => resourcePath('samples', 'pictures', name));
  await page.locator('.toolbar-editor input[type=file]').setInputFiles(pictures);
  await expect(figures(page).locator('img')).toHaveCount(2);
  await expect.poll(async () => await room(figures(page).first().locator('figcaption'))).toBeGreaterThan(40);
  await page.keyboard.type('会议现场');
  await expect(figures(page).first()).toContainText('会议现场');

  await page.keyboard.press('Control+End');
  await page.keyboard.press('Control+s');
  const message = page.locator('.notices .notice').last();
  await expect(message).toContainText('已留下第 2 版');
  // Whoever has turned to a message keeps it.
  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  await expect(sheetText(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('会议要求。');
  await expect(sheetText(page).locator('> p').last()).toHaveText('会议要求。');
  const above = async (): Promise<number> => {
    const [words, bar] = [await sheetText(page).locator('> p').last().boundingBox(), await message.boundingBox()];
    return words && bar ? bar.y - words.y - words.height : Number.NaN;
  };
  await expect.poll(above).toBeGreaterThanOrEqual(0);
});
