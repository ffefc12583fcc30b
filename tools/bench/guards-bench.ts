import type { Browser, CDPSession, Page } from '@playwright/test';
import { benchHeadline } from './editing/bench-document.ts';
import { measureTyping } from './editing/key-to-paint.ts';
import { installPageTools } from './editing/page-tools.ts';
import type { FigureRow } from './figure-row.ts';
import { openSample } from './sample-draft.ts';
import { percentile } from './statistics.ts';

/** A processor of a quarter of this one's speed. */
const slowdown = 4;
const keys = 60;
/** Milliseconds: after the first a key, after the second anything else feels late. */
const limits = { key: 100, interaction: 200 } as const;

/** Limits that hold whatever the machine: on a slow processor no key and no other act may keep the person waiting. */
export async function benchGuards(browser: Browser, address: string): Promise<readonly FigureRow[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await installPageTools(page, '[data-lexical-editor]');
  await openSample(page, address, benchHeadline(500));
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const typing = await measureTyping(page, keys);
  const slowest = await slowestInteraction(page, cdp);
  await page.close();
  return [
    row('Guard: key to paint, p95', percentile(typing.samples, 0.95), limits.key, typing.correct),
    row(`Guard: slowest interaction (${slowest.what})`, slowest.milliseconds, limits.interaction, slowest.count > 0),
  ];
}

function row(name: string, ours: number, limit: number, correct: boolean): FigureRow {
  return {
    name: `${name}, processor at a quarter, 500 paragraphs`,
    ours,
    floor: limit,
    floorName: 'the limit',
    target: 1,
    correct,
  };
}

interface Slowest {
  readonly milliseconds: number;
  readonly what: string;
  readonly count: number;
}

/** Walks through the window as a writer does, and asks Chromium's event timing which act took longest to be painted. */
async function slowestInteraction(page: Page, cdp: CDPSession): Promise<Slowest> {
  await page.evaluate(() => {
    const entries: { name: string; duration: number }[] = [];
    Object.assign(globalThis, { benchInteractions: entries });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) entries.push({ name: entry.name, duration: entry.duration });
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  let slowest: Slowest = { milliseconds: 0, what: '', count: 0 };
  for (const [what, act] of Object.entries(acts)) {
    await act(page);
    await page.waitForTimeout(rest);
    const durations = await page.evaluate(() => {
      const { benchInteractions } = globalThis as unknown as { benchInteractions: { duration: number }[] };
      return benchInteractions.splice(0).map(({ duration }) => duration);
    });
    const milliseconds = Math.max(0, ...durations);
    const count = slowest.count + durations.length;
    slowest = milliseconds > slowest.milliseconds ? { milliseconds, what, count } : { ...slowest, count };
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return slowest;
}

/** Milliseconds in which what an act set going comes to rest. */
const rest = 1200;

/** Acts of a writer. All of them leave the words as they were but for one sentence. */
const acts: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'typing a sentence': (page) => page.keyboard.type('housing'),
  'a new paragraph': (page) => page.keyboard.press('Enter'),
  'undoing it': (page) => page.keyboard.press('Control+z'),
  'selecting a line': (page) => page.keyboard.press('Shift+Home'),
  bold: (page) => page.keyboard.press('Control+b'),
  'plain again': (page) => page.keyboard.press('Control+b'),
  'opening the search': (page) => page.keyboard.press('Control+f'),
  searching: (page) => page.keyboard.type('1200'),
  'closing the search': (page) => page.keyboard.press('Escape'),
  'the checks': (page) => page.getByRole('tab').nth(1).click(),
  'the comments': (page) => page.getByRole('tab').nth(2).click(),
  'the versions': (page) => page.getByRole('tab').nth(3).click(),
  'the pictures': (page) => page.getByRole('tab').nth(4).click(),
  'the particulars': (page) => page.getByRole('tab').nth(0).click(),
};
