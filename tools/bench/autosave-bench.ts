import type { Browser } from '@playwright/test';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RendererApi } from '#shared/ipc/contract.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { FigureRow } from './figure-row.ts';
import type { SampleDesk } from './sample-draft.ts';
import { median, percentile } from './statistics.ts';

const saves = 100;
/** Thrown away: until the compilers on both sides have seen a save. */
const warmUp = 20;
/** A rest before each act, as nobody saves twice at once: what comes right after another finds everything still warm. */
const restMs = 30;

interface SavedDraft {
  readonly draftId: string;
  readonly baseRevisionId: string;
}

/**
 * From the window's call to the answer that follows the durable commit, beside a bare write with fdatasync and an empty call.
 * The three take turns, each after the same rest.
 */
export async function benchAutosave(
  browser: Browser,
  desk: SampleDesk,
  address: string,
): Promise<readonly FigureRow[]> {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForSelector('html[data-ready=true]');
  const draft = await page.evaluate(createDraft);
  const raw = await openRawFile(desk.folder);
  const samples = { saves: [] as number[], empty: [] as number[], raw: [] as number[] };
  let correct = true;
  for (let sequence = 1; sequence <= warmUp + saves; sequence += 1) {
    const subheadline = `第${sequence}次`;
    const content = { ...desk.content, metadata: { ...desk.content.metadata, subheadline } };
    const trip = await page.evaluate(measureInPage, { ...draft, sequence, content, restMs });
    await sleep(restMs);
    const written = await raw.write(JSON.stringify(content));
    correct &&= trip.isKept;
    if (sequence <= warmUp) continue;
    samples.saves.push(trip.save);
    samples.empty.push(trip.empty);
    samples.raw.push(written);
  }
  correct &&= (await page.evaluate(readBack, draft)) === `第${warmUp + saves}次`;
  await page.close();
  await raw.close();
  return [
    { name: 'median', measure: median, target: 3 },
    { name: 'p95', measure: (all: readonly number[]) => percentile(all, 0.95), target: 4 },
  ].map(({ name, measure, target }) => ({
    name: `Autosave round trip, ${name}`,
    ours: measure(samples.saves),
    floor: measure(samples.raw) + measure(samples.empty),
    floorName: 'write + fdatasync + empty call',
    target,
    correct,
  }));
}

/** Runs in the page. */
async function createDraft(): Promise<SavedDraft> {
  const api = (globalThis as unknown as { gaoqian: RendererApi }).gaoqian;
  const draft = await api.invoke('draft:create', {});
  if (!draft.ok) throw new Error(draft.error.code);
  return { draftId: draft.value.summary.id, baseRevisionId: draft.value.revision.id };
}

/** Runs in the page. */
async function measureInPage(
  given: SavedDraft & { sequence: number; content: DraftContent; restMs: number },
): Promise<{ readonly save: number; readonly empty: number; readonly isKept: boolean }> {
  const api = (globalThis as unknown as { gaoqian: RendererApi }).gaoqian;
  const { restMs, ...entry } = given;
  const rest = () => new Promise((resolve) => setTimeout(resolve, restMs));
  await rest();
  let from = performance.now();
  const saved = await api.invoke('draft:save-journal', entry);
  const save = performance.now() - from;
  await rest();
  from = performance.now();
  await api.invoke('comment:new-id', {});
  return { save, empty: performance.now() - from, isKept: saved.ok };
}

/** Runs in the page: the subheadline as the store has it. */
async function readBack({ draftId }: SavedDraft): Promise<string | null> {
  const api = (globalThis as unknown as { gaoqian: RendererApi }).gaoqian;
  const opened = await api.invoke('draft:open', { draftId });
  return opened.ok ? opened.value.content.metadata.subheadline : null;
}

interface RawFile {
  /** Milliseconds until the text is on the disk. */
  write(text: string): Promise<number>;
  close(): Promise<void>;
}

async function openRawFile(folder: string): Promise<RawFile> {
  const path = join(folder, 'raw-write');
  const file = await open(path, 'a');
  return {
    async write(text) {
      const from = performance.now();
      await file.write(text);
      await file.datasync();
      return performance.now() - from;
    },
    async close() {
      await file.close();
      await rm(path);
    },
  };
}
