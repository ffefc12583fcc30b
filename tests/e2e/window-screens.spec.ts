import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { firstStart } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

/** What axe finds serious on the screen as it stands. */
async function seriousProblems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    // Fluent's focus guards: they take the focus only to hand it on, which axe cannot see.
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** Parts of the window's frame that stand outside the window, or whose words do not fit into them. */
async function cutParts(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const frame = ['header', '.toolbar-row', '.status', '.panel-tabs', '.rail', '.nav-acts', '.filters'];
    const parts = frame.flatMap((selector) => [
      ...document.querySelectorAll(`${selector} button, ${selector} [role=tab]`),
    ]);
    const cutOff = parts.filter((part) => {
      const { left, right, width } = part.getBoundingClientRect();
      if (width === 0 || getComputedStyle(part).visibility === 'hidden') return false;
      return left < -1 || right > innerWidth + 1 || part.scrollWidth > part.clientWidth + 2;
    });
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
    return [...wide, ...cutOff.map((part) => part.textContent ?? '')];
  });
}

async function look(page: Page, screen: string): Promise<void> {
  await expect.poll(async () => await cutParts(page), `cut on ${screen}`).toEqual([]);
  // Half-way through a fade, colours are not yet what they will be.
  await expect(async () => expect(await seriousProblems(page), `axe on ${screen}`).toEqual([])).toPass({
    timeout: 15_000,
  });
}

const sizes = [
  { width: 1024, height: 700 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const;

for (const viewport of sizes) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every screen is whole and accessible at ${viewport.width} × ${viewport.height}, ${colorScheme}`, async ({
      launchDesk,
    }) => {
      // Axe looks at a dozen screens.
      test.slow();
      const { page } = await launchDesk({ viewport, colorScheme });
      await look(page, 'first start');
      await page.getByLabel('姓名').fill('陈思');
      await page.getByRole('button', { name: '开始使用' }).click();
      await page.getByText('选一篇稿件继续写').first().waitFor();
      await look(page, 'empty workbench');

      const isNarrow = viewport.width < 1200;
      if (isNarrow) await page.getByRole('button', { name: '展开稿件列表' }).click();
      await page.getByRole('button', { name: /电梯安全检查/ }).click();
      await page.getByRole('textbox', { name: '标题' }).first().waitFor();
      await page.keyboard.press('Control+Shift+o');
      await page.getByRole('tree', { name: '大纲' }).or(page.getByText('还没有小标题')).first().waitFor();
      await look(page, 'outline');
      await page.keyboard.press('F11');
      await look(page, 'focus mode');
      await page.keyboard.press('F11');
      await page.keyboard.press('Control+Shift+o');
      if (isNarrow) await page.getByRole('button', { name: '打开侧栏' }).click();
      for (const tab of [/信息/, /检查/, /批注/, /版本/, /图片/]) {
        await page.getByRole('tab', { name: tab }).click();
        await look(page, `tab ${tab.source}`);
      }
      await page.keyboard.press('F1');
      await page.getByRole('dialog', { name: '快捷键' }).waitFor();
      await look(page, 'shortcuts');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /人员与设置/ }).click();
      await page.getByRole('menuitem', { name: '设置…' }).click();
      await page.getByRole('dialog', { name: '设置' }).waitFor();
      await look(page, 'settings');
      for (const name of ['数据与备份', '审计日志']) {
        await page.keyboard.press('Escape');
        await page.getByRole('button', { name: /人员与设置/ }).click();
        await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click();
        await page.getByRole('dialog', { name }).waitFor();
        await look(page, name);
      }
    });
  }
}

test('the window works at 200 % zoom and in each language', async ({ launchDesk }) => {
  // 200 % of a window of 1440 × 900.
  const { page } = await launchDesk({ viewport: { width: 720, height: 450 } });
  await page.getByLabel('姓名').fill('陈思');
  await page.getByRole('button', { name: '开始使用' }).click();
  await page.getByRole('button', { name: '展开稿件列表' }).click();
  await page.getByRole('button', { name: /电梯安全检查/ }).click();
  await page.getByRole('textbox', { name: '标题' }).first().waitFor();
  for (const [language, panel] of [
    ['English', 'Open the side panel'],
    ['繁體中文', '開啟側欄'],
  ] as const) {
    await page.getByRole('button', { name: /人员与设置|Person and settings/ }).click();
    await page.getByRole('menuitemradio', { name: language }).click();
    await page.getByRole('button', { name: panel }).click();
    await look(page, language);
    await page.keyboard.press('Escape');
  }
});

test('the number of findings is red only where one of them lets no page out', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思', { samples: true });
  const badge = page.getByRole('tab', { name: /检查/ }).locator('.badge').first();
  await page.getByRole('button', { name: /政策解读/ }).click();
  await expect(badge).toHaveClass('badge badge-quiet');
  await page.getByRole('button', { name: /电梯安全检查/ }).click();
  await expect(badge).toHaveClass('badge');
});

test('with forced colours nothing is told by colour alone', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await page.emulateMedia({ forcedColors: 'active' });
  await firstStart(page, '陈思', { samples: true });
  await page.getByRole('button', { name: /电梯安全检查/ }).click();
  const shown = async (selector: string) =>
    await page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { color, backgroundColor, outlineStyle, forcedColorAdjust } = getComputedStyle(element);
        // A colour of the system's, which is no mixture of ours.
        const isSelectedSeen = getComputedStyle(element, '::selection').backgroundColor.startsWith('rgb');
        return { isReadable: color !== backgroundColor, outlineStyle, forcedColorAdjust, isSelectedSeen };
      });
  await page.getByRole('tab', { name: /检查/ }).click();
  // The number of findings on the tab.
  await expect.poll(() => shown('.badge')).toMatchObject({ isReadable: true, forcedColorAdjust: 'none' });
  expect(await shown('.gq-to-confirm')).toMatchObject({ isReadable: true, outlineStyle: 'solid' });
  // The browser would paint a finding as if its words were selected.
  expect(await shown('.gq-text > p')).toMatchObject({ forcedColorAdjust: 'none', isSelectedSeen: true });
  expect(await shown('.gq-caption')).toMatchObject({ forcedColorAdjust: 'none' });
  await page.locator('.gq-picture img').first().click();
  expect(await shown('.gq-figure[data-selected]')).toMatchObject({ outlineStyle: 'solid' });
});

test('tools go into ⋯ one by one, and those that had no room in one language are there in another', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk({ viewport: { width: 1366, height: 768 } });
  await firstStart(page, '陈思');
  const choose = async (language: string) => {
    await page.getByRole('button', { name: /人员与设置|Person and settings/ }).click();
    await page.getByRole('menuitemradio', { name: language }).click();
    await page.keyboard.press('Escape');
  };
  await choose('English');
  await page.reload();
  const english = page.getByRole('toolbar', { name: 'Formatting' });
  await expect(english.getByRole('button', { name: 'Picture' })).toBeVisible();
  await expect(english.getByRole('button', { name: 'Boilerplate' })).toBeVisible();
  await expect(english.getByRole('button', { name: 'Bullets' })).toBeHidden();
  await english.getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('menuitem', { name: 'Bullets' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Picture' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await choose('简体中文');
  const tools = page.getByRole('toolbar', { name: '格式工具栏' });
  for (const name of ['加粗', '下划线', '图片', '固定用语']) {
    await expect(tools.getByRole('button', { name })).toBeVisible();
  }
});
