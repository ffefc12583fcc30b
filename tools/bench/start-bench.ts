import type { Browser } from '@playwright/test';
import { serveBarePage } from './bare-page.ts';
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
    const bare = await serveBarePage(desk.blocks, desk.pictures);
    const page = await browser.newPage();
    const loading = performance.now();
    await page.goto(bare.address);
    await page.waitForSelector('html[data-ready=true]');
    loads.push(performance.now() - loading);
    await page.close();
    await bare.close();
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
