import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { largePackages } from '#tests/builders/large-packages.ts';
import type { FigureRow } from '../figure-row.ts';
import { median } from '../statistics.ts';
import { openPortal, packageToSend, sendPackage } from './portal-entrance.ts';
import { publishBefore } from './publish-before.ts';

const few = 100;
const many = 10_000;
const rounds = 9;
const visits = 10;

/** What one package costs, from its first byte to the receipt, with 100 and with 10,000 published before it. */
export async function benchGrowth(): Promise<readonly FigureRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-growth-'));
  try {
    const make = await largePackages(join(folder, 'made'), 1);
    const places = [join(folder, 'few'), join(folder, 'many')] as const;
    const portals = [await openPortal(places[0]), await openPortal(places[1])] as const;
    const times: [number[], number[]] = [[], []];
    const pages: [number[], number[]] = [[], []];
    try {
      // The first package of each is the model of those that are published before.
      const model = await packageToSend(await make(1));
      for (const portal of portals) await sendPackage(portal, model, 20);
      await publishBefore(places[0], few);
      await publishBefore(places[1], many);
      for (let round = 0; round <= rounds; round += 1) {
        const pack = await packageToSend(await make(2 + round));
        for (const side of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
          const begun = performance.now();
          await sendPackage(portals[side], pack, 5);
          if (round > 0) times[side].push(performance.now() - begun);
          for (let visit = 0; visit < visits; visit += 1) pages[side].push(await visitFront(portals[side].url));
        }
      }
    } finally {
      for (const portal of portals) await portal.stop();
    }
    return [
      {
        name: 'Portal: one package of 1 MB with 10,000 published before it',
        ours: median(times[1]),
        floor: median(times[0]),
        floorName: 'with 100',
        target: 1.2,
        correct: countOf(places[1]) === many + rounds + 1,
      },
      {
        name: 'Portal: front page with 10,000 published',
        ours: median(pages[1]),
        floor: median(pages[0]),
        floorName: 'with 100',
        target: 1.5,
        correct: true,
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds until a visitor has the whole front page. */
async function visitFront(url: string): Promise<number> {
  const begun = performance.now();
  const page = await (await fetch(url)).text();
  if (!page.includes('<ol class="articles">')) throw new Error('the front page shows nothing');
  return performance.now() - begun;
}

function countOf(place: string): number {
  const database = new Database(join(place, 'portal.db'), { readonly: true });
  try {
    return database.prepare<[], number>('SELECT count(*) FROM publications').pluck().get() ?? 0;
  } finally {
    database.close();
  }
}
