import type { Browser, Page } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { prepareSignedOff } from '#cli/demo/run-demo.ts';
import { openDesk } from '#cli/open-desk.ts';
import type { RendererApi } from '#shared/ipc/contract.ts';
import { benchContent, benchHeadline } from '../editing/bench-document.ts';
import { measureTyping, type TypingResult } from '../editing/key-to-paint.ts';
import { installPageTools } from '../editing/page-tools.ts';
import type { FigureRow } from '../figure-row.ts';
import type { BenchFiles } from '../files.ts';
import { makeSampleDesk, untilOpen } from '../sample-draft.ts';
import { percentile } from '../statistics.ts';
import { startWorkstation } from '../workstation.ts';
import { largePhotos } from './large-photos.ts';

const photos = { kept: 50, used: 20 };
const paragraphs = 50;
const keys = 80;
const rounds = 4;
/** Milliseconds that no key may take, whatever the machine does meanwhile. */
const slowestKey = 100;

/** Packages that are built one after the other while somebody types. Lives in the page as `benchBuilds`. */
interface Builds {
  readonly done: number;
  /** Resolves when the one under way is done; throws when one of them failed. */
  stop(): Promise<void>;
}

/** Keys in one draft while packages of another are built without a pause, beside keys in the same page without. */
export async function benchTypingWhilePacking(browser: Browser, files: BenchFiles): Promise<readonly FigureRow[]> {
  const { folder, packed } = await makeDesk(files);
  const workstation = await startWorkstation(folder);
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await installPageTools(page, '[data-lexical-editor]');
    // Exporters are shown first what waits for them; the draft that was open last stands on the sheet.
    await page.goto(workstation.address);
    await untilOpen(page, benchHeadline(paragraphs));
    const [idle, during]: [TypingResult[], TypingResult[]] = [[], []];
    let built = Infinity;
    for (let round = -1; round < rounds; round += 1) {
      const calm = async (): Promise<TypingResult> => measureTyping(page, keys);
      const busy = async (): Promise<TypingResult> => {
        await page.evaluate(startBuilds, packed);
        const typing = await measureTyping(page, keys);
        built = Math.min(built, await stopBuilds(page));
        return typing;
      };
      // The paragraph grows with each round: neither comes first always.
      const results = round % 2 === 0 ? [await calm(), await busy()] : [await busy(), await calm()].reverse();
      // The first round warms everything up.
      if (round < 0) continue;
      idle.push(...results.slice(0, 1));
      during.push(...results.slice(1));
    }
    await page.close();
    // One was always under way: the next begins when one is done.
    return rowsOf(idle, during, built >= 1);
  } finally {
    await workstation.stop();
    await rm(folder, { recursive: true });
  }
}

/** A folder with a draft of the person who exports, and another one with large photos that is signed off. */
async function makeDesk(files: BenchFiles): Promise<{ folder: string; packed: string }> {
  const pictures = (await largePhotos(files.pictures, photos.kept)).slice(0, photos.used);
  const { folder, content, assets } = await makeSampleDesk([]);
  const services = await openDesk(folder);
  try {
    const output = { say: () => undefined, result: () => undefined };
    const packed = await prepareSignedOff(services, { page: files.page, pictures }, output);
    const typed = await services.drafts.createFrom(benchContent(paragraphs, content, assets), 'created');
    await services.app.noteSheet(typed.summary.id);
    return { folder, packed };
  } finally {
    await services.close();
  }
}

/** Runs in the page. */
function startBuilds(draftId: string): void {
  const api = (globalThis as unknown as { gaoqian: RendererApi }).gaoqian;
  const builds = { done: 0, asked: true };
  const build = async (): Promise<void> => {
    const started = await api.invoke('package:build', { draftId });
    if (!started.ok) throw new Error(started.error.code);
    await new Promise<void>((resolve, reject) => {
      const forget = api.on('job:changed', (job) => {
        if (job.id !== started.value.id || job.state === 'running') return;
        forget();
        if (job.state === 'done') resolve();
        else reject(new Error(job.error?.code ?? job.state));
      });
    });
    builds.done += 1;
  };
  const all = (async () => {
    while (builds.asked) await build();
  })();
  const told: Builds = {
    get done() {
      return builds.done;
    },
    async stop() {
      builds.asked = false;
      await all;
    },
  };
  Object.assign(globalThis, { benchBuilds: told });
}

/** How many were built. */
async function stopBuilds(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const builds = (globalThis as unknown as { benchBuilds: Builds }).benchBuilds;
    await builds.stop();
    return builds.done;
  });
}

function rowsOf(
  idle: readonly TypingResult[],
  during: readonly TypingResult[],
  hasBuilt: boolean,
): readonly FigureRow[] {
  const correct = hasBuilt && [...idle, ...during].every((typing) => typing.correct);
  const [calm = [], busy = []] = [idle, during].map((of) => of.flatMap(({ samples }) => samples));
  return [
    {
      name: `Key to paint while a package of ${photos.used} photos is built, p95`,
      ours: percentile(busy, 0.95),
      floor: percentile(calm, 0.95),
      floorName: 'the same page idle',
      target: 1.3,
      correct,
    },
    {
      name: `Slowest key while a package of ${photos.used} photos is built`,
      ours: percentile(busy, 1),
      floor: slowestKey,
      floorName: 'the limit',
      target: 1,
      correct,
    },
  ];
}
