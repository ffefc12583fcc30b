import type { Browser, Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDesk } from '#cli/open-desk.ts';
import { installPageTools } from '../editing/page-tools.ts';
import type { FigureRow } from '../figure-row.ts';
import { median } from '../statistics.ts';
import { startHost } from '../workstation.ts';
import { people } from './fill-store.ts';
import { copyOfFilledStore } from './kept-store.ts';

const sizes = [10_000, 50_000];
/** Two clicks that count on each: a median of twenty differed by a tenth from one run to the next. */
const pages = 24;
/** Lines in memory of every other page that differ by more from the rest say that the machine was busy. */
const steadiness = 0.15;
/** By their place in the window: all of them have more lines than are painted. */
const filters = ['全部稿件', '已发布', '我的在写'];

/** From a click on a filter that was not asked for before to its lines on the screen, beside the same click a second time. */
export async function benchList(browser: Browser): Promise<readonly FigureRow[]> {
  const rows: FigureRow[] = [];
  for (const drafts of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'gaoqian-list-'));
    try {
      await settle(join(folder, 'data'), drafts);
      const workstation = await startHost(join(folder, 'data'));
      try {
        rows.push(await measure(browser, workstation.address, drafts));
      } finally {
        await workstation.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return rows;
}

/** The filled store with somebody at the desk. */
async function settle(folder: string, drafts: number): Promise<void> {
  (await copyOfFilledStore(folder, drafts)).close();
  const services = await openDesk(folder);
  try {
    const [person] = people;
    if (person) await services.app.switchPerson(person.id);
  } finally {
    await services.close();
  }
}

async function measure(browser: Browser, address: string, drafts: number): Promise<FigureRow> {
  const [fetched, remembered]: [number[], number[]] = [[], []];
  let correct = true;
  for (let round = 0; round < pages; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await installPageTools(page, '[data-lexical-editor]');
    await page.goto(address);
    await page.waitForSelector('.draft-list [data-index="4"]');
    const order = filters.map((_, index) => filters[(index + round) % filters.length] ?? '');
    // The first is on the screen already, or was asked for at the start.
    for (const name of order.slice(0, 1)) await clickFilter(page, name);
    for (const name of order.slice(1)) fetched.push(await clickFilter(page, name));
    for (const name of order) remembered.push(await clickFilter(page, name));
    correct &&= (await page.locator('.draft-list [data-index]').count()) > 8;
    await context.close();
  }
  return {
    name: `List of ${drafts} drafts, click to painted, median`,
    ours: median(fetched),
    floor: median(remembered),
    floorName: 'lines in memory',
    target: 1.5,
    correct,
    steady: isSteady(remembered),
  };
}

/** Whether the clicks of one half of the pages took as long as those of the other. */
function isSteady(clicks: readonly number[]): boolean {
  const [even, odd] = [0, 1].map((half) =>
    median(clicks.filter((_, place) => Math.floor(place / filters.length) % 2 === half)),
  ) as [number, number];
  return Math.abs(even / odd - 1) <= steadiness;
}

/** Milliseconds from the click to the paint of other lines; the pointer comes to rest on the filter before it, as people's does. */
async function clickFilter(page: Page, name: string): Promise<number> {
  await page.locator('.filters .filter', { hasText: name }).hover();
  await page.waitForTimeout(150);
  return page.evaluate(async (label) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.filters .filter')];
    const button = buttons.find((entry) => entry.firstElementChild?.textContent === label);
    if (!button) throw new Error(`no filter ${label}: ${buttons.map((entry) => entry.textContent).join(' ')}`);
    if (button.getAttribute('aria-current') === 'true') return 0;
    // oxlint-disable-next-line consistent-function-scoping -- sent to the page
    const firstLine = () => document.querySelector('.draft-list [data-index="0"]');
    const before = firstLine();
    const words = before?.textContent;
    return bench.untilPainted(
      () => button.click(),
      () => firstLine() !== null && (firstLine() !== before || firstLine()?.textContent !== words),
    );
  }, name);
}
