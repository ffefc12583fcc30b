import type { Browser } from '@playwright/test';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RendererApi } from '#shared/ipc/contract.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { FigureRow } from './figure-row.ts';
import type { SampleDesk } from './sample-draft.ts';
import { median, percentile } from './statistics.ts';

const saves = 100;

interface RoundTrips {
  readonly saves: readonly number[];
  readonly empty: readonly number[];
  readonly refused: number;
}

/** From the window's call to the answer that follows the durable commit, beside a bare write with fdatasync and an empty call. */
export async function benchAutosave(
  browser: Browser,
  desk: SampleDesk,
  address: string,
): Promise<readonly FigureRow[]> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector('html[data-ready=true]');
  const trips = await page.evaluate(measureInPage, { content: desk.content, saves });
  await page.close();
  const raw = await rawWrites(JSON.stringify(desk.content), desk.folder);
  const floorName = 'write + fdatasync + empty call';
  const correct = trips.refused === 0 && trips.saves.length === saves;
  return [
    {
      name: 'Autosave round trip, median',
      ours: median(trips.saves),
      floor: median(raw) + median(trips.empty),
      floorName,
      target: 3,
      correct,
    },
    {
      name: 'Autosave round trip, p95',
      ours: percentile(trips.saves, 0.95),
      floor: percentile(raw, 0.95) + percentile(trips.empty, 0.95),
      floorName,
      target: 4,
      correct,
    },
  ];
}

/** Runs in the page, paced below the limit of calls per second. */
async function measureInPage(given: { content: DraftContent; saves: number }): Promise<RoundTrips> {
  const api = (globalThis as unknown as { gaoqian: RendererApi }).gaoqian;
  const draft = await api.invoke('draft:create', {});
  if (!draft.ok) throw new Error(draft.error.code);
  const base = { draftId: draft.value.summary.id, baseRevisionId: draft.value.revision.id };
  const trips: { saves: number[]; empty: number[]; refused: number } = { saves: [], empty: [], refused: 0 };
  for (let sequence = 1; sequence <= given.saves; sequence += 1) {
    const content = { ...given.content, metadata: { ...given.content.metadata, subheadline: `第${sequence}次` } };
    let from = performance.now();
    const saved = await api.invoke('draft:save-journal', { ...base, sequence, content });
    trips.saves.push(performance.now() - from);
    if (!saved.ok) trips.refused += 1;
    from = performance.now();
    await api.invoke('comment:new-id', {});
    trips.empty.push(performance.now() - from);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return trips;
}

async function rawWrites(text: string, folder: string): Promise<readonly number[]> {
  const path = join(folder, 'raw-write');
  const file = await open(path, 'a');
  const samples: number[] = [];
  for (let index = 0; index < saves; index += 1) {
    const from = performance.now();
    await file.write(text);
    await file.datasync();
    samples.push(performance.now() - from);
  }
  await file.close();
  await rm(path);
  return samples;
}
