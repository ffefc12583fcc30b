import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { blockSchema } from '../../src/shared/document/schema.ts';
import { blockText } from '../../src/shared/document/walk.ts';
import { firstStart, sheetText } from './fixtures/desk-acts.ts';
import { expect, test } from './fixtures/launch-desk.ts';
import { pasteInto } from './fixtures/paste-into.ts';

const folder = resolve(import.meta.dirname, '../fixtures/clipboard');
const names = readdirSync(folder).filter((file) => /\.(?:html|rtf|md)$/u.test(file));
const expectedSchema = z.object({ blocks: z.array(blockSchema) });

/** What the clipboard of a fixture brings, by type. */
function clipboardOf(name: string): Record<string, string> {
  const content = readFileSync(join(folder, name), 'utf8');
  if (name.endsWith('.rtf')) return { 'text/rtf': content };
  if (name.endsWith('.md')) return { 'text/plain': content.replace(/<!-- Made.*$/su, '') };
  const text = join(folder, name.replace(/\.html$/u, '.txt'));
  return { 'text/html': content, ...(existsSync(text) ? { 'text/plain': readFileSync(text, 'utf8') } : {}) };
}

async function begin(page: Page): Promise<ReturnType<Page['locator']>> {
  await firstStart(page, '拟稿员甲');
  await page.getByRole('button', { name: '新建稿件' }).first().click();
  const headline = page.locator('.headline');
  await expect(headline).toBeFocused();
  return headline;
}

const squeezed = (text: string): string => text.replace(/\s+/gu, '');

test('every clipboard becomes one clean line in the headline with all its words, and one step takes it back', async ({
  launchDesk,
}) => {
  test.slow();
  const { page } = await launchDesk();
  const headline = await begin(page);
  for (const name of names) {
    await test.step(name, async () => {
      const { blocks } = expectedSchema.parse(
        JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/u, '.json')), 'utf8')),
      );
      const words = blocks.map(blockText).join('\n');
      await pasteInto(page, clipboardOf(name), [], '.headline');
      if (blocks.some(({ type }) => type === 'figure'))
        await expect(page.locator('.notice')).toContainText('图片，标题里只放文字');
      if (words.trim() === '') return;
      await expect(headline).not.toHaveText('');
      const line = await headline.evaluate((element) => element.textContent);
      expect(line).not.toMatch(/[\n\r\t\u00a0\u200b\ufeff]| {2}|^\s|\s$/u);
      if (!('text/plain' in clipboardOf(name)) || name.endsWith('.md')) expect(squeezed(line)).toBe(squeezed(words));
      await headline.press('Control+z');
      await expect(headline).toHaveText('');
      await expect(sheetText(page)).toHaveText('');
    });
  }
});

test('plain words stand in the headline at once, between the words that are there; one step takes them back alone', async ({
  launchDesk,
}) => {
  const { page } = await launchDesk();
  const headline = await begin(page);
  await page.keyboard.type('市住建局检查');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await pasteInto(
    page,
    { 'text/html': '<p><b>开展</b></p><img src="a.png">', 'text/plain': '\u200b开展\u00a0\t电梯\r\n安全\r\n' },
    [],
    '.headline',
  );
  await expect(headline).toHaveText('市住建局开展 电梯 安全检查');
  await expect(page.locator('.notice')).toContainText('图片，标题里只放文字 1');
  await expect(page.locator('.notice')).toContainText('几行接成一行 2');
  await headline.press('Control+z');
  await expect(headline).toHaveText('市住建局检查');
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('a picture alone leaves the headline as it is, and that is told', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  const headline = await begin(page);
  await pasteInto(page, {}, ['photo.jpg'], '.headline');
  await expect(page.locator('.notice')).toContainText('图片，标题里只放文字 1');
  await expect(headline).toHaveText('');
});
