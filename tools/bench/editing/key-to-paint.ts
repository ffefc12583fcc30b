import type { Page } from '@playwright/test';
import { takeSample } from './page-tools.ts';

const letters = 'qwrtypsdfghjklzxcvbnm';

export interface TypingResult {
  /** Milliseconds from key to paint, one for each key. */
  readonly samples: readonly number[];
  /** The typed text was added exactly once, and nothing else changed. */
  readonly correct: boolean;
}

/**
 * Types `keys` Latin letters in the middle of the text and measures each: from the key event's own time stamp through
 * the first change of the page and the frame after it to the first task after that frame.
 */
export async function measureTyping(page: Page, keys: number): Promise<TypingResult> {
  const before = await page.evaluate(() => bench.words());
  await page.evaluate(async () => {
    const middle = Math.floor(bench.paragraphs().length / 2);
    bench.paragraphs()[middle]?.scrollIntoView({ block: 'center' });
    await bench.caret(middle, 12);
    bench.watch(['keydown'], true);
  });
  const typed = Array.from({ length: keys }, (_none, index) => letters[index % letters.length] ?? 'q').join('');
  const samples: number[] = [];
  for (const letter of typed) {
    await page.keyboard.press(letter);
    samples.push(await takeSample(page));
  }
  const after = await page.evaluate(() => bench.words());
  return { samples, correct: isInsertedOnce(before, typed, after) };
}

function isInsertedOnce(before: string, typed: string, after: string): boolean {
  const at = after.indexOf(typed);
  return at >= 0 && after.slice(0, at) + after.slice(at + typed.length) === before;
}
