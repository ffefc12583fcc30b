import type { Page } from '@playwright/test';
import { expectSaved, firstStart, sheetText } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

const line = (page: Page, name: RegExp) => page.getByRole('list', { name: '稿件列表' }).getByRole('button', { name });
const headline = (page: Page) => page.getByRole('main').getByRole('textbox', { name: '标题' });

/** Turns to a window, as a person does, and writes after the first paragraph of its sheet. */
async function writeIn(page: Page, words: string): Promise<void> {
  await page.bringToFront();
  await sheetText(page).locator('p').first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

/** The window that an act opens. */
async function opened(page: Page, act: () => Promise<void>): Promise<Page> {
  const [other] = await Promise.all([page.context().waitForEvent('page'), act()]);
  await expect(other.getByRole('main', { name: '稿面' })).toBeVisible();
  return other;
}

test('several windows on one store: a draft each, lists and settings in step, the same draft once', async ({
  launchDesk,
}) => {
  const desk = await launchDesk();
  const first = desk.page;
  await firstStart(first, '陈思', { samples: true });
  await line(first, /电梯安全检查/).click();
  await expect(headline(first)).toHaveText(/电梯安全检查/);

  const second = await opened(first, () => first.keyboard.press('Control+Shift+n'));
  await expect(second.getByText('选一篇稿件继续写').first()).toBeVisible();
  await line(second, /政策解读/).click();
  await headline(second).fill('政策解读，在第二个窗口改的');
  await expectSaved(second);
  await expect(line(first, /在第二个窗口改的/)).toBeVisible();

  await line(second, /电梯安全检查/).click();
  await expect(second.getByText('此稿已在另一窗口打开，已切换到那个窗口。')).toBeVisible();
  await expect(headline(second)).toHaveText('政策解读，在第二个窗口改的');

  await second.keyboard.press('Control+Shift+p');
  await second.keyboard.type('界面改为深色');
  await second.keyboard.press('Enter');
  await expect(first.locator('html')).toHaveAttribute('data-theme', 'dark');

  const third = await opened(first, async () => {
    await line(first, /电梯安全检查/).click({ button: 'right' });
    await first.getByRole('menuitem', { name: '在新窗口打开' }).click();
  });
  await expect(headline(third)).toHaveText(/电梯安全检查/);
  await expect(first.getByText('选一篇稿件继续写').first()).toBeVisible();

  await writeIn(second, '关窗口前的话。');
  await second.close();
  await first.bringToFront();
  await line(first, /在第二个窗口改的/).click();
  await expect(sheetText(first)).toContainText('关窗口前的话。');

  await writeIn(third, '第三个窗口退出前的话。');
  await writeIn(first, '主窗口退出前的话。');
  await desk.restart();
  const again = desk.page;
  await line(again, /电梯安全检查/).click();
  await expect(sheetText(again)).toContainText('第三个窗口退出前的话。');
  await line(again, /在第二个窗口改的/).click();
  await expect(sheetText(again)).toContainText('主窗口退出前的话。');
});
