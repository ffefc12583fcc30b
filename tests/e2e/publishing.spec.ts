import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures/launch-desk.ts';
import { firstStart, openTab } from './fixtures/desk-acts.ts';

test('the checklist: errors lead to their place, warnings take a reason, the rehearsal counts', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思', { samples: true });
  await page.getByRole('button', { name: /政策解读/ }).click();
  await page.locator('[contenteditable=true] p').nth(1).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('今天,检查结束。局长刘闻带队;效果很好。');
  await openTab(page, '信息');
  await page.getByRole('button', { name: '发布前检查' }).click();
  const dialog = page.getByRole('dialog', { name: '发布前检查' });
  await expect(dialog.getByRole('status')).toHaveText('还差 2 项错误要改正，2 条警告要改正或说明。');
  await expect(dialog.getByRole('row', { name: /严重表述错误/ })).toContainText('单项否决');
  const { violations } = await new AxeBuilder({ page }).include('.checklist-dialog').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);

  await dialog.getByRole('button', { name: '说明理由…' }).first().click();
  await dialog.getByRole('textbox', { name: '保留的理由' }).press('Enter');
  await expect(dialog.getByText('请写明理由，至少两个字')).toBeVisible();
  await dialog.getByRole('checkbox', { name: '同类的 2 条用同一理由' }).click();
  await dialog.getByRole('textbox', { name: '保留的理由' }).fill('来稿原文如此');
  await dialog.getByRole('textbox', { name: '保留的理由' }).press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('还差 2 项错误要改正，0 条警告要改正或说明。');
  await expect(dialog.getByText('保留：来稿原文如此（陈思，')).toHaveCount(2);
  await dialog.getByRole('button', { name: '收回' }).first().click();
  await expect(dialog.getByRole('status')).toHaveText('还差 2 项错误要改正，1 条警告要改正或说明。');

  await dialog.getByRole('listitem').filter({ hasText: '姓名疑似有误' }).getByRole('button', { name: '定位' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(async () => page.evaluate(() => getSelection()?.toString())).toBe('局长刘闻');
});

test('the preview: three widths, 大字版, the leave-site prompt, and no script of the page', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思', { samples: true });
  await page.getByRole('button', { name: /政策解读/ }).click();
  await page.locator('[contenteditable=true] p').nth(1).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('刚写的一句。');
  await page.keyboard.press('Control+k');
  await page.getByRole('textbox', { name: '文字' }).fill('外面的网站');
  await page.getByRole('textbox', { name: '地址' }).fill('https://example.com/a');
  await page.keyboard.press('Enter');
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog', { name: '预览' });
  const frame = page.frameLocator('iframe[title="页面预览"]');
  await expect(frame.getByText('刚写的一句。')).toBeVisible();
  await expect(frame.locator('figure img').first()).toHaveJSProperty('complete', true);
  expect(
    await frame
      .locator('figure img')
      .first()
      .evaluate((image: HTMLImageElement) => image.naturalWidth),
  ).toBeGreaterThan(0);
  for (const [device, width] of [
    ['平板', 768],
    ['手机', 375],
    ['桌面', 1280],
  ] as const) {
    await dialog.getByRole('button', { name: device }).click();
    await expect.poll(async () => frame.locator('html').evaluate((html) => html.clientWidth)).toBe(width);
    expect(await frame.locator('html').evaluate((html) => html.scrollWidth)).toBe(width);
  }

  await frame.getByRole('link', { name: '外面的网站' }).click();
  const prompt = frame.getByRole('dialog', { name: /即将离开“市住房和城乡建设局”门户网站 是否继续？/ });
  await expect(prompt).toContainText('即将前往：example.com');
  await frame.getByRole('button', { name: '放弃' }).click();
  await expect(prompt).toBeHidden();
  await frame.getByRole('link', { name: '首页' }).click();
  await expect(frame.getByText('刚写的一句。')).toBeVisible();
  await frame.getByRole('link', { name: '大字版' }).click();
  await expect(frame.locator('html')).toHaveClass('large');
  await expect(dialog.getByRole('switch', { name: '大字版' })).toBeChecked();
  await expect(frame.getByText('刚写的一句。')).toBeVisible();

  // Axe waits for ever in a frame where no script runs; the page itself is judged in portal-pages.spec.ts.
  await page.locator('iframe').evaluate((element) => element.remove());
  const { violations } = await new AxeBuilder({ page }).include('.preview-dialog').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
});

test('other forms: PDF of the page and of the sign-off sheet, WeChat, plain text', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '陈思', { samples: true });
  await page.getByRole('button', { name: /政策解读/ }).click();
  await openTab(page, '信息');
  const card = page.getByRole('region', { name: '其他格式' });
  const begins = async (form: string, said: string) => {
    await card.getByRole('button', { name: form }).click();
    await expect(card.getByRole('status')).toContainText(said, { timeout: 30_000 });
    const path = await card.locator('code').innerText();
    return (await readFile(path)).subarray(0, 15).toString('latin1');
  };
  expect(await begins('页面 PDF', '页面 PDF 已生成')).toMatch(/^%PDF-/);
  expect(await begins('稿签 PDF', '稿签 PDF 已生成')).toMatch(/^%PDF-/);
  expect(await begins('公众号', '公众号网页已生成')).toBe('<!doctype html>');
  expect(await begins('纯文本', '纯文本已生成')).not.toBe('');
});
