import type { Locator, Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { caption, expectSaved, figures, firstStart, openTab, sheetText } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';

/** The sample with four pictures, open on the sheet. */
async function openSample(page: Page): Promise<Locator> {
  await firstStart(page, '陈思', { samples: true });
  await page.getByRole('button', { name: /疫情就是命令/ }).click();
  await expect(figures(page)).toHaveCount(4);
  return openTab(page, '图片');
}

async function openTable(page: Page): Promise<Locator> {
  await (await openSample(page)).getByRole('button', { name: '图片总表' }).click();
  const table = page.getByRole('dialog', { name: /图片总表/ });
  await expect(table).toBeVisible();
  return table;
}

async function problems(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('[role=dialog]')
    .exclude('[data-tabster-dummy]')
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

const field = (table: Locator, name: string) => table.getByRole('textbox', { name, exact: true });
const captionOf = (page: Page, index: number) => figures(page).nth(index).locator('figcaption, .gq-caption').first();
const size = async (page: Page, index: number): Promise<number> =>
  figures(page)
    .nth(index)
    .locator('img')
    .evaluate(async (image: HTMLImageElement) => {
      await image.decode();
      return image.naturalWidth / image.naturalHeight;
    });

/** Waits until what moves a box into its place has ended. A box that has yet to begin to move looks like one at rest. */
const atRest = (box: Locator): Promise<void> =>
  box.evaluate(async (element) => {
    const moves = element.getAnimations({ subtree: true }).filter(({ effect }) => effect?.getTiming().iterations === 1);
    await Promise.allSettled(moves.map(({ finished }) => finished));
  });

test('the table is filled by keyboard alone, and each field is one undo step', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  const table = await openTable(page);
  await field(table, '图 1，图片说明').focus();
  await page.keyboard.press('End');
  await page.keyboard.type('现场');
  // Enter goes down the column, Tab along the row.
  await page.keyboard.press('Enter');
  await expect(field(table, '图 2，图片说明')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(field(table, '图 2，摄影')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('通讯员乙');
  await page.keyboard.press('Tab');
  await expect(field(table, '图 2，替代文字')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('居民排队');
  await page.keyboard.press('Escape');
  await expect(table).toBeHidden();

  await expect(captionOf(page, 0)).toHaveText('刘文局长检查建筑工地疫情防控工作现场');
  await expect(
    figures(page)
      .nth(1)
      .getByRole('textbox', { name: /摄影|署名/ }),
  ).toHaveValue('通讯员乙');
  await expect(figures(page).nth(1).locator('img')).toHaveAttribute('alt', '居民排队');
  await expectSaved(page);

  await sheetText(page).focus();
  await page.keyboard.press('Control+z');
  await expect(figures(page).nth(1).locator('img')).not.toHaveAttribute('alt', '居民排队');
  await expect(
    figures(page)
      .nth(1)
      .getByRole('textbox', { name: /摄影|署名/ }),
  ).toHaveValue('通讯员乙');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(captionOf(page, 0)).toHaveText('刘文局长检查建筑工地疫情防控工作');
});

test('an input method’s Enter in the table chooses a word and leaves the field where it is', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  const table = await openTable(page);
  const cdp = await page.context().newCDPSession(page);
  const first = field(table, '图 1，图片说明');
  await first.fill('');
  await cdp.send('Input.imeSetComposition', { text: 'xianchang', selectionStart: 9, selectionEnd: 9 });
  await cdp.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
  await cdp.send('Input.insertText', { text: '现场' });
  await expect(first).toBeFocused();
  await expect(first).toHaveValue('现场');
});

test('one credit for all that are chosen, alternative texts from captions, decorative marks: one step each', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  const table = await openTable(page);
  const credits = () =>
    table
      .getByRole('textbox', { name: /，摄影$/ })
      .evaluateAll((all: HTMLTextAreaElement[]) => all.map((one) => one.value));
  await table.getByRole('checkbox', { name: '选中图 1' }).check();
  await table.getByRole('checkbox', { name: '选中图 3' }).check();
  await expect(table.getByText('已选 2 张')).toBeVisible();
  await table.getByRole('textbox', { name: '所选图片的摄影署名' }).fill('记者丙');
  await page.keyboard.press('Enter');
  await expect.poll(credits).toEqual(['记者丙', '拟稿员甲', '记者丙', '拟稿员甲']);
  await table.getByRole('button', { name: '撤销' }).click();
  await expect.poll(credits).toEqual(['拟稿员甲', '拟稿员甲', '拟稿员甲', '拟稿员甲']);

  await table.getByRole('button', { name: '标为装饰图' }).click();
  await expect(field(table, '图 3，替代文字')).toBeDisabled();
  await table.getByRole('checkbox', { name: '图 3，装饰图' }).uncheck();
  await field(table, '图 3，替代文字').fill('');
  await field(table, '图 3，替代文字').blur();
  await table.getByRole('button', { name: '图 3，以图片说明为起点' }).click();
  await expect(field(table, '图 3，替代文字')).toHaveValue('宣传发动人员核酸检测及检查防疫工作');
});

test('the table tells where else a picture stands, and leads there', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  const table = await openTable(page);
  const row = table.getByRole('row').filter({ hasText: '图 2' });
  await expect(row).toContainText('此图也在稿件《〈城镇老旧小区改造实施办法〉政策解读》中');
  await row.getByRole('button', { name: '打开' }).click();
  await expect(table).toBeHidden();
  await expect(page.getByRole('main').getByRole('textbox', { name: '标题' })).toHaveText(/政策解读/);
});

test('the figure and the checks tell of it too, until a person asks not to hear of it again', async ({
  launchDesk,
}) => {
  const desk = await launchDesk();
  const used = '此图也在稿件《〈城镇老旧小区改造实施办法〉政策解读》中';
  await openSample(desk.page);
  await expect(figures(desk.page).nth(1)).toContainText(used);
  const findings = async () => {
    await openTab(desk.page, '检查');
    return desk.page
      .getByRole('list', { name: '检查' })
      .getByRole('listitem')
      .filter({ hasText: used })
      .filter({ hasText: '图 2' });
  };
  const finding = await findings();
  await finding.getByRole('button', { name: '忽略' }).click();
  await expect(finding).toHaveCount(0);
  await expect(figures(desk.page).nth(1)).not.toContainText(used);
  // Who looks at the pictures still reads it there; and it is kept in mind.
  await expect((await openTab(desk.page, '图片')).getByText(used).first()).toBeVisible();
  await desk.restart();
  await desk.page.getByRole('button', { name: /疫情就是命令/ }).click();
  await expect((await openTab(desk.page, '图片')).getByText(used).first()).toBeVisible();
  await expect(await findings()).toHaveCount(0);
  await expect(figures(desk.page).nth(1)).not.toContainText(used);
  await desk.page.getByRole('button', { name: '重新提示' }).click();
  await expect(await findings()).toHaveCount(1);
  await expect(figures(desk.page).nth(1)).toContainText(used);
});

test('a picture is cropped and turned by keyboard, begins again from its edit, and undo brings the whole one back', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  const panel = await openSample(page);
  const original = await size(page, 0);
  await panel.getByRole('button', { name: '裁剪和旋转图 1' }).focus();
  await page.keyboard.press('Enter');
  const editor = page.getByRole('dialog', { name: '裁剪和旋转' });
  await expect(editor).toBeVisible();
  expect(await problems(page)).toEqual([]);
  expect(await editor.ariaSnapshot(), 'nothing without a name').not.toMatch(/^\s*- img$/m);

  await editor.getByRole('button', { name: '4:3' }).press('Enter');
  await expect(editor).toContainText('1423×1067');
  await editor.getByRole('button', { name: '向右转 90°' }).press('Enter');
  await expect(editor).toContainText('1067×1423');
  await editor.getByRole('slider', { name: /拉直/ }).focus();
  for (let press = 0; press < 20; press += 1) await page.keyboard.press('ArrowRight');
  await expect(editor.getByRole('slider')).toHaveAttribute('aria-valuetext', '2.0 度');
  // The crop itself: a corner is moved inwards by its keys.
  const before = await editor.getByText(/^结果/).innerText();
  await editor.getByRole('button', { name: /^右下角/ }).focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('Shift+ArrowUp');
  await expect(editor.getByText(/^结果/)).not.toHaveText(before);
  await editor.getByRole('button', { name: '应用' }).press('Enter');
  await expect(editor).toBeHidden();
  await expect.poll(async () => size(page, 0)).toBeLessThan(1.1);
  await expect(panel.getByRole('button', { name: '裁剪和旋转图 1' })).toBeFocused();

  await panel.getByRole('button', { name: '裁剪和旋转图 1' }).click();
  await expect(editor.getByRole('slider')).toHaveAttribute('aria-valuetext', '2.0 度');
  await editor.getByRole('button', { name: '还原' }).click();
  await expect(editor).toContainText('1600×1067');
  await editor.getByRole('button', { name: '取消' }).click();
  await expect(editor).toBeHidden();
  expect(await size(page, 0)).toBeLessThan(1.1);

  await sheetText(page).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => size(page, 0)).toBeCloseTo(original, 3);
});

test('the focus is back at the tool that opened the crop, whatever tool was used before', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await openSample(page);
  await figures(page).first().locator('.gq-picture').click();
  const tools = figures(page).first().getByRole('toolbar', { name: '图片工具' });
  await tools.getByRole('button', { name: '替代文字' }).press('Enter');
  await expect(page.getByRole('textbox', { name: '替代文字' }).last()).toBeFocused();
  await page.keyboard.press('Escape');
  const crop = tools.getByRole('button', { name: '裁剪和旋转' });
  await crop.press('Enter');
  const editor = page.getByRole('dialog', { name: '裁剪和旋转' });
  await editor.getByRole('button', { name: '左右翻转' }).press('Enter');
  await editor.getByRole('button', { name: '应用' }).press('Enter');
  await expect(editor).toBeHidden();
  await expect(crop).toBeFocused();
});

test('a picture that is mirrored puts the words in doubt that say who stands left in it', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await openSample(page);
  await caption(page, 0, '左二为局长刘文');
  await figures(page).first().locator('.gq-picture').click();
  await figures(page).first().getByRole('button', { name: '裁剪和旋转' }).click();
  const editor = page.getByRole('dialog', { name: '裁剪和旋转' });
  await editor.getByRole('button', { name: '左右翻转' }).click();
  await editor.getByRole('button', { name: '应用' }).click();
  const hint = page.getByRole('status', { name: '提示' });
  await expect(hint).toContainText('图片转过或翻过，请核对：“左二”');
  await hint.getByRole('button', { name: '撤销' }).click();
  await expect(hint).toBeEmpty();
});

test('the crop is drawn with the pointer, and the table comes back after it', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  const table = await openTable(page);
  expect(await problems(page)).toEqual([]);
  await table.getByRole('button', { name: '裁剪和旋转图 2' }).click();
  const editor = page.getByRole('dialog', { name: '裁剪和旋转' });
  const corner = editor.getByRole('button', { name: /^右下角/ });
  await atRest(editor);
  await corner.hover();
  const frame = await editor.locator('.crop-frame').boundingBox();
  if (!frame) throw new Error('nothing is shown');
  await page.mouse.down();
  await page.mouse.move(frame.x + frame.width / 2, frame.y + frame.height, { steps: 8 });
  await page.mouse.up();
  await expect(editor).toContainText(/结果 (79|80)\d×10[56]\d/);
  await editor.getByRole('button', { name: '应用' }).click();
  await expect(editor).toBeHidden();
  await expect(table).toBeVisible();
  await expect(table.getByRole('row').filter({ hasText: '图 2' })).toContainText(/(79|80)\d×10[56]\d/);
  await page.keyboard.press('Escape');
  await expect(table).toBeHidden();
});
