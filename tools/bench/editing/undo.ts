import type { CDPSession, Page } from '@playwright/test';
import { takeSample } from './page-tools.ts';

export interface UndoResult {
  /** Milliseconds from each undo key, then each redo key, to paint. */
  readonly samples: readonly number[];
  /** All undone gave the text from before, all redone gave the edited one. */
  readonly correct: boolean;
}

/** Makes `edits` edits, each in another paragraph, undoes them all and redoes them all. */
export async function measureUndo(page: Page, edits: number): Promise<UndoResult> {
  const before = await page.evaluate(() => bench.words());
  await makeEdits(page, edits);
  const edited = await page.evaluate(() => bench.words());
  await page.evaluate(() => bench.watch(['keydown'], true));
  const samples: number[] = [];
  const press = async (key: string): Promise<void> => {
    for (let index = 0; index < edits; index += 1) {
      await page.keyboard.press(key);
      samples.push(await takeSample(page));
    }
  };
  await press('Control+z');
  const undone = await page.evaluate(() => bench.words());
  await press('Control+y');
  const redone = await page.evaluate(() => bench.words());
  return { samples, correct: edited !== before && undone === before && redone === edited };
}

/** Types one sign into one paragraph after the other, from the middle on and around. */
async function makeEdits(page: Page, edits: number): Promise<void> {
  for (let index = 0; index < edits; index += 1) {
    await page.evaluate(async (edit) => {
      const { length } = bench.paragraphs();
      await bench.caret((Math.floor(length / 2) + edit) % length, 5);
    }, index);
    await page.keyboard.insertText('改');
  }
}

/**
 * Bytes by which the heap grew through `edits` edits that can all be undone, and whether each of them stands in the text.
 * A rest lets the page put away what it only keeps while it is busy.
 */
export async function measureUndoMemory(
  page: Page,
  cdp: CDPSession,
  edits: number,
): Promise<{ readonly bytes: number; readonly correct: boolean }> {
  await makeEdits(page, 5);
  await page.waitForTimeout(rest);
  const before = await usedHeap(cdp);
  const words = (await page.evaluate(() => bench.words())).length;
  await makeEdits(page, edits);
  await page.waitForTimeout(rest);
  const bytes = (await usedHeap(cdp)) - before;
  return { bytes, correct: (await page.evaluate(() => bench.words())).length === words + edits };
}

/** Milliseconds. */
const rest = 1500;

/** Bytes that the page's heap holds after a collection. */
export async function usedHeap(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}
