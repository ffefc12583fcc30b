import type { Browser } from '@playwright/test';
import { servePeers } from './editing/peer-page.ts';
import { benchContent, peerBlocks } from './editing/bench-document.ts';
import type { FigureRow } from './figure-row.ts';
import { openSample, type SampleDesk } from './sample-draft.ts';
import { median } from './statistics.ts';
import { startWorkstation } from './workstation.ts';

const rounds = 5;

/** From starting the command (installed and built) to a draft that can be typed in, beside a bare Lexical page that only loads. */
export async function benchStart(browser: Browser, desk: SampleDesk): Promise<readonly FigureRow[]> {
  const starts: number[] = [];
  const loads: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    const workstation = await startWorkstation(desk.folder);
    const context = await browser.newContext();
    await openSample(await context.newPage(), workstation.address, desk.content.metadata.headline);
    starts.push(performance.now() - from);
    await context.close();
    await workstation.stop();
    const peers = await servePeers(desk.pictures);
    peers.offer(peerBlocks(benchContent(50, desk.content, desk.assets), desk.assets));
    const page = await browser.newPage();
    const loading = performance.now();
    await page.goto(peers.address('lexical'));
    await page.waitForSelector('html[data-ready=true]');
    await page.evaluate('benchLoad()');
    loads.push(performance.now() - loading);
    await page.close();
    await peers.close();
  }
  const floorName = 'loading a bare Lexical page';
  return [
    {
      name: 'Cold start of the command to an editable draft',
      ours: median(starts),
      floor: median(loads),
      floorName,
      target: null,
      correct: true,
    },
  ];
}
