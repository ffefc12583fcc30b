import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { hostileDocx, hostileHtml, hostileMail, hostileMhtml } from '#tests/builders/hostile-files.ts';
import { firstStart, importInput, sheetText } from './fixtures/desk-acts.ts';
import { payloads, provoke, watchForHarm } from './fixtures/hostile-markup.ts';
import { expect, test } from './fixtures/launch-desk.ts';
import { pasteInto } from './fixtures/paste-into.ts';

const report = (page: Page) => page.getByRole('dialog', { name: '导入结果' });

function watch(page: Page): string[] {
  const origin = new URL(page.url()).origin;
  return watchForHarm(page, (url) => url.startsWith(`${origin}/`) || url.startsWith('blob:'));
}

/** The mouse over and on what stands there, and the keyboard through it. */
async function wander(page: Page): Promise<void> {
  const places = await sheetText(page).locator('a, figure, td').all();
  for (const place of places.slice(0, 6)) {
    await place.hover({ force: true });
    await place.click({ force: true });
  }
  await page.keyboard.press('Escape');
  for (let times = 0; times < 8; times += 1) await page.keyboard.press('Tab');
}

test('what is made to run in a page does not, imported from any kind of file', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  const alarms = watch(page);
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#345' } })
    .png()
    .toBuffer();
  const some = payloads(300);
  const evil = '“><img src=x onerror=alert(1)>';
  const files: readonly [string, Buffer][] = [
    [`${evil}.html`, Buffer.from(hostileHtml(some))],
    [`${evil}.txt`, Buffer.from(some.join('\n'))],
    [`${evil}.mhtml`, hostileMhtml(some, picture)],
    [`${evil}.eml`, hostileMail(some, picture)],
    [`${evil}.docx`, await hostileDocx(some, picture)],
    [`${evil}.png`, picture],
  ];
  for (const [name, buffer] of files) {
    await test.step(name, async () => {
      await importInput(page).setInputFiles({ name, mimeType: '', buffer });
      if (!name.endsWith('.png')) {
        await expect(report(page)).toContainText(name, { timeout: 60_000 });
        for (const fold of await report(page).locator('summary').all()) await fold.click();
        expect(await provoke(page, '[role=dialog]')).toEqual([]);
        await report(page)
          .getByRole('button', { name: /^(?:以后再说|查看稿件)$/ })
          .click();
      }
      // Until the picture's own draft has come, that of the file before stands there.
      if (name.endsWith('.png')) await expect(sheetText(page).locator('figure')).toHaveCount(1);
      await expect(sheetText(page)).toBeVisible();
      await wander(page);
      expect(await provoke(page, 'body')).toEqual([]);
      expect(alarms).toEqual([]);
    });
  }
});

test('what is made to run in a page does not, pasted as markup and as text', async ({ launchDesk }) => {
  const { page } = await launchDesk();
  await firstStart(page, '拟稿员甲');
  const alarms = watch(page);
  await page.getByRole('button', { name: '新建稿件' }).first().click();
  await expect(sheetText(page)).toBeVisible();
  const some = payloads(300);
  for (let from = 0; from < some.length; from += 60) {
    const html = hostileHtml(some.slice(from, from + 60));
    await pasteInto(page, { 'text/html': html, 'text/plain': html });
    await expect(page.locator('.gq-paste-place')).toHaveCount(0);
  }
  await pasteInto(page, { 'text/plain': some.join('\n') });
  await wander(page);
  expect(await provoke(page, 'body')).toEqual([]);
  expect(alarms).toEqual([]);
  expect((await sheetText(page).innerText()).length).toBeGreaterThan(500);

  await test.step('the alarms ring where nothing guards', async () => {
    const bare = await page.context().newPage();
    const rung = watchForHarm(bare, (url) => url.startsWith('about:'));
    await bare.setContent(hostileHtml(some.slice(0, 60)));
    await expect.poll(() => rung.some((alarm) => alarm.startsWith('dialog'))).toBe(true);
    expect((await provoke(bare, 'body')).length).toBeGreaterThan(3);
  });
});
