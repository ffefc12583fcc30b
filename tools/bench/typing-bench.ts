import type { Browser } from '@playwright/test';
import { buildBarePage, serveBarePage } from './bare-page.ts';
import type { FigureRow } from './figure-row.ts';
import { measureTyping, type TypingResult } from './key-to-paint.ts';
import { openSample, type SampleDesk } from './sample-draft.ts';
import { measureScriptPerKey } from './script-per-key.ts';
import { median, percentile } from './statistics.ts';

const sheetParagraph = '[data-lexical-editor] > p:nth-of-type(3)';
const rounds = 8;
const keysPerRound = 60;

/** Key to paint in the whole product beside bare Lexical with the same words and pictures; rounds alternate, pages are fresh. */
export async function benchTyping(browser: Browser, desk: SampleDesk, address: string): Promise<readonly FigureRow[]> {
  await buildBarePage();
  const bare = await serveBarePage(desk.blocks, desk.pictures);
  const ours: TypingResult[] = [];
  const peers: TypingResult[] = [];
  const windowOfOurs = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const sample = round === 0 ? undefined : { ours, peers };
      const page = await windowOfOurs.newPage();
      await openSample(page, address, desk.content.metadata.headline);
      const result = await measureTyping(page, sheetParagraph, keysPerRound);
      sample?.ours.push(result);
      await page.close();
      const peer = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await peer.goto(bare.address);
      await peer.waitForSelector('html[data-ready=true]');
      const peerResult = await measureTyping(peer, '#editor > p:nth-of-type(3)', keysPerRound);
      sample?.peers.push(peerResult);
      await peer.close();
    }
  } finally {
    await windowOfOurs.close();
    await bare.close();
  }
  const correct = [...ours, ...peers].every((result) => result.correct);
  const mine = ours.flatMap((result) => result.samples);
  const theirs = peers.flatMap((result) => result.samples);
  const floorName = 'bare Lexical';
  return [
    {
      name: 'Key to paint, seed draft, median',
      ours: median(mine),
      floor: median(theirs),
      floorName,
      target: 1.15,
      correct,
    },
    {
      name: 'Key to paint, seed draft, p95',
      ours: percentile(mine, 0.95),
      floor: percentile(theirs, 0.95),
      floorName,
      target: 1.3,
      correct,
    },
  ];
}

/** Nothing in the window may hold a key for longer than half a frame. */
const scriptLimit = 8;

/** The longest script that a key sets going in the whole product. */
export async function benchScript(browser: Browser, desk: SampleDesk, address: string): Promise<readonly FigureRow[]> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await openSample(page, address, desk.content.metadata.headline);
  const longest = await measureScriptPerKey(browser, page, sheetParagraph, 200);
  await page.close();
  const common = { floor: scriptLimit, floorName: 'the limit', target: 1, correct: longest.length === 200 };
  return [
    { name: 'Longest script per key, seed draft, median', ours: median(longest), ...common },
    { name: 'Longest script per key, seed draft, p95', ours: percentile(longest, 0.95), ...common },
  ];
}
