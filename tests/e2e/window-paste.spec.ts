import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures/launch-desk.ts';
import { firstStart, sheetText } from './fixtures/desk-acts.ts';
import { pasteInto } from './fixtures/paste-into.ts';

const clipboard = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, '../fixtures/clipboard', `${name}.html`), 'utf8');

test('the report of a paste: a line for each group, its items on demand, all by keyboard', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await page.getByRole('button', { name: '新建稿件' }).first().click();
  await sheetText(page).click();
  await pasteInto(page, { 'text/html': clipboard('word2016-hidden-and-links') });
  const report = page.locator('.notice');
  await expect(report).toContainText('已粘贴（Word），Ctrl+Z 全部撤回');
  const folds = report.locator('details');

  await test.step('what was left out is shown, what was kept waits folded', async () => {
    await expect(folds.filter({ hasText: /^未收/ })).toHaveAttribute('open');
    await expect(folds.filter({ hasText: /^保留/ })).not.toHaveAttribute('open');
  });

  await test.step('F6 goes to it, Enter unfolds, Escape dismisses it and the writer is back in the sheet', async () => {
    await page.keyboard.press('F6');
    await expect(folds.first().locator('summary')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(folds.first()).toHaveAttribute('open');
    const { violations } = await new AxeBuilder({ page }).include('.notices').analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(report).toHaveCount(0);
    await expect(sheetText(page)).toBeFocused();
  });

  await test.step('it goes when the paste is taken back, not when words after it are, and when another draft comes', async () => {
    await page.keyboard.press('Control+z');
    await pasteInto(page, { 'text/html': clipboard('word2016-hidden-and-links') });
    await expect(report).toBeVisible();
    await page.keyboard.type('后记');
    await page.keyboard.press('Control+z');
    await expect(sheetText(page)).not.toContainText('后记');
    await expect(report).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(sheetText(page)).toHaveText('');
    await expect(report).toHaveCount(0);

    await page.keyboard.press('Control+y');
    await pasteInto(page, { 'text/html': clipboard('word2016-hidden-and-links') });
    await expect(report).toBeVisible();
    await page.getByRole('button', { name: '新建稿件' }).first().click();
    await expect(report).toHaveCount(0);
  });

  await test.step('of a program that gives RTF and no HTML, words, list and table come in too', async () => {
    await sheetText(page).click();
    const rtf = readFileSync(resolve(import.meta.dirname, '../fixtures/clipboard/wordpad-rtf.rtf'), 'utf8');
    await pasteInto(page, { 'text/rtf': rtf, 'text/plain': '通知' });
    await expect(report).toContainText('已粘贴（RTF 文本）');
    await expect(sheetText(page).locator('li')).toHaveText(['材料一', '材料二']);
    await expect(sheetText(page).locator('td')).toHaveText(['项目', '时间', '1', '']);
    await expect(sheetText(page)).toContainText('前报送。😀');
  });
});

test('plain text in Markdown, as chat tools copy it, gets its formats; one step takes it back, Ctrl+Shift+V leaves it', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await page.getByRole('button', { name: '新建稿件' }).first().click();
  await sheetText(page).click();
  const answer = '### 一、进展\n\n落实**“一户一策”**。\n\n- 外墙\n- 屋面\n';
  await pasteInto(page, { 'text/plain': answer });
  const report = page.locator('.notice');
  await expect(report).toContainText('已粘贴（Markdown），Ctrl+Z 全部撤回');
  await expect(report).toContainText('Markdown 记号改为格式（Ctrl+Shift+V 保持原样） 4');
  await expect(sheetText(page).locator('h2')).toHaveText('一、进展');
  await expect(sheetText(page).locator('strong')).toHaveText('“一户一策”');
  await expect(sheetText(page).locator('li')).toHaveText(['外墙', '屋面']);

  await page.keyboard.press('Control+z');
  await expect(sheetText(page)).toHaveText('');
  await expect(report).toHaveCount(0);

  // The key alone: the browser would paste its own clipboard behind it.
  await sheetText(page).dispatchEvent('keydown', { key: 'V', ctrlKey: true, shiftKey: true });
  await pasteInto(page, { 'text/plain': answer });
  await expect(sheetText(page).locator('p')).toHaveText(['### 一、进展', '落实**“一户一策”**。', '- 外墙', '- 屋面']);
});

test('what the sheet offers stands above the report, not behind it', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  await page.getByRole('button', { name: '新建稿件' }).first().click();
  await sheetText(page).click();
  await pasteInto(page, { 'text/html': clipboard('wps-older-picture-names') });
  const report = page.locator('.notice');
  await expect(report).toBeVisible();
  await sheetText(page).locator('figcaption').first().click();
  await page.keyboard.type('图1：检查现场');
  await page.keyboard.press('Enter');
  const hint = page.locator('.gq-hint');
  await expect(hint).toBeVisible();
  await expect
    .poll(async () => ((await report.boundingBox())?.y ?? 0) - ((await hint.boundingBox())?.y ?? 0))
    .toBeGreaterThan(30);
});
