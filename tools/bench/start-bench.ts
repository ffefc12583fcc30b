import type { Browser, Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { benchContent, peerBlocks } from './editing/bench-document.ts';
import { buildPeerPages, stagePeers } from './editing/peer-page.ts';
import type { FigureRow } from './figure-row.ts';
import { openSample, type SampleDesk } from './sample-draft.ts';
import { median } from './statistics.ts';
import { startHost, startWorkstation, type Workstation } from './workstation.ts';

const rounds = 5;
const emptyShell = resolve(import.meta.dirname, 'empty-shell');

/**
 * From starting the program to a draft that can be typed in, beside a program of the same runtime whose one window holds bare
 * Lexical; each on a page without caches. Also the whole command, which looks first whether all is installed and built.
 */
export async function benchStart(browser: Browser, desk: SampleDesk): Promise<readonly FigureRow[]> {
  await buildPeerPages();
  process.env['GAOQIAN_BENCH_SHELL'] = await stagePeers(
    peerBlocks(benchContent(50, desk.content, desk.assets), desk.assets),
    desk.pictures,
  );
  const shellData = await mkdtemp(join(tmpdir(), 'gaoqian-bench-shell-'));
  const ours = (address: string): Promise<void> =>
    inPage(browser, (page) => openSample(page, address, desk.content.metadata.headline));
  const bare = (address: string): Promise<void> =>
    inPage(browser, async (page) => {
      await page.goto(address);
      await page.waitForSelector('html[data-ready=true]');
      await page.evaluate('benchLoad()');
      await page.waitForSelector('[contenteditable=true] p');
    });
  const found = { program: [] as number[], command: [] as number[], shell: [] as number[] };
  // The first round warms the disk and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const program = await timeStart(() => startHost(desk.folder), ours);
    const shell = await timeStart(() => startHost(shellData, emptyShell), bare);
    const command = await timeStart(() => startWorkstation(desk.folder), ours);
    if (round === 0) continue;
    found.program.push(program);
    found.shell.push(shell);
    found.command.push(command);
  }
  await rm(shellData, { recursive: true });
  const beside = { floor: median(found.shell), floorName: 'an empty shell with bare Lexical', correct: true };
  return [
    { name: 'Start of the program to an editable draft', ours: median(found.program), target: 1.4, ...beside },
    { name: 'Start of the whole command to an editable draft', ours: median(found.command), target: null, ...beside },
  ];
}

async function timeStart(
  start: () => Promise<Workstation>,
  visit: (address: string) => Promise<void>,
): Promise<number> {
  const from = performance.now();
  const program = await start();
  await visit(program.address);
  const milliseconds = performance.now() - from;
  await program.stop();
  return milliseconds;
}

async function inPage(browser: Browser, look: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  await look(await context.newPage());
  await context.close();
}
