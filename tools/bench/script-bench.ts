import type { Browser } from '@playwright/test';
import { benchHeadline } from './editing/bench-document.ts';
import { installPageTools } from './editing/page-tools.ts';
import type { FigureRow } from './figure-row.ts';
import { openSample } from './sample-draft.ts';
import { measureScriptPerKey } from './script-per-key.ts';
import { median, percentile } from './statistics.ts';

/** Nothing in the window may hold a key for longer than half a frame. */
const scriptLimit = 8;

/** The longest script that a key sets going in the whole product. */
export async function benchScript(browser: Browser, address: string): Promise<readonly FigureRow[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await installPageTools(page, '[data-lexical-editor]');
  await openSample(page, address, benchHeadline(50));
  const longest = await measureScriptPerKey(browser, page, 200);
  await page.close();
  const common = { floor: scriptLimit, floorName: 'the limit', target: 1, correct: longest.length === 200 };
  return [
    { name: 'Longest script per key, 50 paragraphs, median', ours: median(longest), ...common },
    { name: 'Longest script per key, 50 paragraphs, p95', ours: percentile(longest, 0.95), ...common },
  ];
}
