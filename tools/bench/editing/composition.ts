import type { CDPSession, Page } from '@playwright/test';
import { takeSample } from './page-tools.ts';

export interface CompositionResult {
  /** Milliseconds from each change of the composed letters to paint. */
  readonly updates: readonly number[];
  /** Milliseconds from the choice of a candidate to paint. */
  readonly commits: readonly number[];
  /** Each composition was exact to the character, and one that was cancelled left nothing. */
  readonly correct: boolean;
}

const steps = ['z', 'zh', 'zhu', 'zhu j', 'zhu ji', 'zhu jia', 'zhu jian'];

/** Composes 住建 `rounds` times in the middle of the text, as an input method does, and cancels one. */
export async function measureComposition(page: Page, cdp: CDPSession, rounds: number): Promise<CompositionResult> {
  const before = await page.evaluate(() => bench.words());
  await page.evaluate(async () => {
    await bench.caret(Math.floor(bench.paragraphs().length / 2), 8);
    bench.watch(['compositionupdate', 'compositionend'], false);
  });
  const updates: number[] = [];
  const commits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const text of steps) {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      updates.push(await takeSample(page));
    }
    await cdp.send('Input.insertText', { text: '住建' });
    commits.push(await takeSample(page));
  }
  await cdp.send('Input.imeSetComposition', { text: 'zhu', selectionStart: 3, selectionEnd: 3 });
  await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
  const after = await page.evaluate(() => bench.words());
  const composed = '住建'.repeat(rounds);
  const at = after.indexOf(composed);
  return { updates, commits, correct: at >= 0 && after.slice(0, at) + after.slice(at + composed.length) === before };
}
