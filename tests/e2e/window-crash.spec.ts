import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/launch-desk.ts';
import { expectSaved, firstStart, openDraft, sheetText } from './fixtures/desk-acts.ts';

/** The page dies under the writer, the app lives. `GAOQIAN_FAULT_ROUNDS=50` for the long run. */
const rounds = Number(process.env['GAOQIAN_FAULT_ROUNDS'] ?? 3);
/** What a crash may cost. */
const allowedLossMs = 1500;

test.setTimeout(60_000 + rounds * 30_000);

/** Ends the page's process as a fault in it does. */
async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await crashed;
}

test(`a window that crashes while one types, ${rounds} times, loses no acknowledged save`, async ({ launchDesk }) => {
  const desk = await launchDesk();
  await firstStart(desk.page, '拟稿员甲');
  await desk.page.getByRole('main').getByRole('button', { name: '新建稿件' }).click();
  const address = new URL('/', desk.page.url()).href;
  let { page } = desk;
  let kept = '';
  for (let round = 0; round < rounds; round += 1) {
    await sheetText(page).click();
    await page.keyboard.press('ControlOrMeta+End');
    const typed: { letter: string; at: number }[] = [];
    for (let index = 0; index < 20 + ((round * 7) % 20); index += 1) {
      const letter = '天地玄黄宇宙洪荒日月盈昃'.charAt((round + index) % 12);
      await page.keyboard.insertText(letter);
      typed.push({ letter, at: Date.now() });
    }
    const waits = round % 3 === 2;
    if (waits) await expectSaved(page);
    const crashedAt = Date.now();
    await crash(page);

    page = await page.context().newPage();
    await page.goto(address);
    await page.waitForSelector('html[data-ready="true"]');
    await openDraft(page, '我的在写');
    const found = (await sheetText(page).innerText()).trim();
    expect(found.startsWith(kept), `round ${round}: what was kept before`).toBe(true);
    const words = typed.map(({ letter }) => letter).join('');
    const fresh = found.slice(kept.length);
    expect(words.startsWith(fresh), `round ${round}: nothing but what was typed`).toBe(true);
    if (waits) expect(fresh, `round ${round}: acknowledged`).toBe(words);
    const firstLost = typed[fresh.length];
    expect(firstLost ? crashedAt - firstLost.at : 0, `round ${round}`).toBeLessThanOrEqual(allowedLossMs);
    kept = found;
  }
});
