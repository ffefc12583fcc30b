import type { Browser, Page } from '@playwright/test';
import { benchHeadline } from './editing/bench-document.ts';
import { installPageTools, takeSample } from './editing/page-tools.ts';
import type { FigureRow } from './figure-row.ts';
import { openSample } from './sample-draft.ts';
import { percentile } from './statistics.ts';
import { wordClipboard, type WordClipboard } from './word-clipboard.ts';

const pictures = 20;
const idleKeys = 80;
const letters = 'qwrtypsdfghjklzxcvbnm';
const sheet = '[data-lexical-editor]';

/**
 * Keys while 200 KB of Word's HTML with 20 photos are being pasted, beside keys in the same page before it. Each round
 * types, pastes other photos at the end of the text, types in the middle until they stand there, and takes it back.
 */
export async function benchPaste(browser: Browser, address: string, rounds = 4): Promise<readonly FigureRow[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await installPageTools(page, sheet);
  await openSample(page, address, benchHeadline(50));
  await page.evaluate(() => bench.watch(['keydown'], true));
  const idle: number[] = [];
  const during: number[] = [];
  let correct = true;
  for (let round = 0; round <= rounds; round += 1) {
    const clipboard = await wordClipboard(pictures, round);
    const before = await page.evaluate(() => ({
      words: bench.words(),
      figures: document.querySelectorAll('figure').length,
    }));
    await toMiddle(page);
    const calm: number[] = [];
    for (let key = 0; key < idleKeys; key += 1) calm.push(await press(page, key));
    await startPaste(page, clipboard);
    await toMiddle(page);
    const busy: number[] = [];
    while (await isPasting(page)) busy.push(await press(page, busy.length));
    const after = await page.evaluate(() => document.querySelectorAll('figure img').length);
    correct &&= busy.length > 20 && after >= before.figures + pictures;
    await undoTo(page, before.words);
    // The first warms everything up.
    if (round === 0) continue;
    idle.push(...calm);
    during.push(...busy);
  }
  await page.close();
  return [0.5, 0.95].map((share) => ({
    name: `Key to paint while Word's 200 KB and ${pictures} photos are pasted, ${share === 0.5 ? 'median' : 'p95'}`,
    ours: percentile(during, share),
    floor: percentile(idle, share),
    floorName: 'the same page idle',
    target: 2,
    correct,
  }));
}

async function toMiddle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const middle = Math.floor(bench.paragraphs().length / 2);
    await bench.caret(middle, 12);
    bench.paragraphs()[middle]?.scrollIntoView({ block: 'center' });
  });
}

async function press(page: Page, index: number): Promise<number> {
  await page.evaluate(() => void bench.samples.splice(0));
  await page.keyboard.press(letters[index % letters.length] ?? 'q');
  return takeSample(page);
}

async function startPaste(page: Page, clipboard: WordClipboard): Promise<void> {
  await page.evaluate(
    async ({ html, rtf, sheet }) => {
      const last = bench.paragraphs().length - 1;
      await bench.caret(last, bench.paragraphs()[last]?.textContent.length ?? 0);
      const transfer = new DataTransfer();
      transfer.setData('text/html', html);
      transfer.setData('text/rtf', rtf);
      document
        .querySelector(sheet)
        ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    },
    { ...clipboard, sheet },
  );
  await page.locator('.gq-paste-place').waitFor();
}

async function isPasting(page: Page): Promise<boolean> {
  return page.evaluate(() => document.querySelector('.gq-paste-place') !== null);
}

async function undoTo(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 400; step += 1) {
    if ((await page.evaluate(() => bench.words())) === words) return;
    await page.keyboard.press('Control+z');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 30)));
  }
  throw new Error('undo did not bring the text back');
}
