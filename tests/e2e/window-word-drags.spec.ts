import type { Locator } from '@playwright/test';
import { firstStart, openTab, sheetText } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

test('words that are dragged into the headline, or from it to a field, come back by one undo', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  const headline = page.getByRole('main').getByRole('textbox', { name: '标题' });
  await firstStart(page, '拟稿员甲');
  await page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  await expect(headline).toBeFocused();
  for (const key of ['标题', 'Enter', '首段', 'Enter', '导语一二三']) {
    if (key === 'Enter') await page.keyboard.press(key);
    else await page.keyboard.type(key);
  }
  const listTitle = (await openTab(page, '信息')).getByLabel('列表标题');
  const words = async () => [
    await headline.innerText(),
    await sheetText(page).innerText(),
    await listTitle.inputValue(),
  ];
  const dragSelected = async (to: Locator) => {
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('一二三');
    const start = await page.evaluate(() => {
      const { left, width, top, height } = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    const end = (await to.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(start.x + 12, start.y + 4, { steps: 3 });
    await page.mouse.move(end.x + end.width - 8, end.y + end.height / 2, { steps: 5 });
    await page.mouse.up();
  };

  await sheetText(page).press('Control+End');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowLeft');
  await dragSelected(headline);
  await expect.poll(words).toEqual(['标题一二三', '首段\n\n导语', '']);
  await page.keyboard.press('Control+z');
  await expect.poll(words).toEqual(['标题', '首段\n\n导语一二三', '']);
  await page.keyboard.press('Control+y');
  await expect.poll(words).toEqual(['标题一二三', '首段\n\n导语', '']);

  await headline.press('End');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowLeft');
  await dragSelected(listTitle);
  await expect.poll(words).toEqual(['标题', '首段\n\n导语', '一二三']);
  await page.keyboard.press('Control+z');
  await expect.poll(words).toEqual(['标题一二三', '首段\n\n导语', '']);
});
