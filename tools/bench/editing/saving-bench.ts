import type { Browser, Page } from '@playwright/test';
import type { FigureRow } from '../figure-row.ts';
import { openSample } from '../sample-draft.ts';
import { percentile } from '../statistics.ts';
import { installDoor } from '../window-door.ts';
import { benchHeadline } from './bench-document.ts';
import { measureTyping, type TypingResult } from './key-to-paint.ts';
import { installPageTools } from './page-tools.ts';

const rounds = 6;
/** Enough for some saves: one comes 0.8 s after the first of the keys that it takes. */
const keys = 120;
/** Held back, all keys are two saves: the one that waits and what was typed behind it. */
const heldSaves = 2;

declare global {
  /** The saves that went through, and what holds them back. */
  var benchSaves: { count: number; release: (() => void) | null };
}

/** Keys while they are saved, beside keys in the same page whose saves are held back. */
export async function benchSaving(browser: Browser, address: string): Promise<readonly FigureRow[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await installPageTools(page, '[data-lexical-editor]');
  await installDoor(page);
  await openSample(page, address, benchHeadline(50, 20));
  await page.evaluate(watchSaves);
  const [held, saved]: [TypingResult[], TypingResult[]] = [[], []];
  let correct = true;
  for (let round = -1; round < rounds; round += 1) {
    // The paragraph grows with each round: neither comes first always.
    for (const isHeld of round % 2 === 0 ? [true, false] : [false, true]) {
      const typing = isHeld ? await typeHeld(page) : await measureTyping(page, keys);
      const count = await settledSaves(page);
      correct &&= typing.correct && (isHeld ? count <= heldSaves : count > heldSaves);
      if (round >= 0) (isHeld ? held : saved).push(typing);
    }
  }
  await page.close();
  return [
    {
      name: 'Key to paint with autosave, p95',
      ours: p95(saved),
      floor: p95(held),
      floorName: 'saves held back',
      target: 1.1,
      correct,
    },
  ];
}

function p95(of: readonly TypingResult[]): number {
  const samples = of.flatMap((typing) => typing.samples);
  return percentile(samples, 0.95);
}

async function typeHeld(page: Page): Promise<TypingResult> {
  await page.evaluate(() => {
    globalThis.benchSaves.release = () => undefined;
  });
  const typing = await measureTyping(page, keys);
  await page.evaluate(() => {
    globalThis.benchSaves.release?.();
    globalThis.benchSaves.release = null;
  });
  return typing;
}

/** How many saves went through since the last call, the last word's among them. */
async function settledSaves(page: Page): Promise<number> {
  await page
    .getByRole('contentinfo')
    .getByText(/^已保存/)
    .waitFor();
  await page.waitForTimeout(1000);
  return page.evaluate(() => {
    const { count } = globalThis.benchSaves;
    globalThis.benchSaves.count = 0;
    return count;
  });
}

/** Runs in the page. */
function watchSaves(): void {
  globalThis.benchSaves = { count: 0, release: null };
  globalThis.benchDoor = async (channel, _request, ask) => {
    if (channel !== 'draft:save-journal') return ask();
    const saves = globalThis.benchSaves;
    if (saves.release !== null) await new Promise<void>((resolve) => (saves.release = resolve));
    saves.count += 1;
    return ask();
  };
}
