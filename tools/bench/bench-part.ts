import type { Browser } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { benchAutosave } from './autosave-bench.ts';
import { launchChromium } from './chromium.ts';
import { benchDrafts, benchSearches } from './drafts/drafts-bench.ts';
import { benchList } from './drafts/list-bench.ts';
import { benchEditing, sizes } from './editing/editing-bench.ts';
import { benchFigures } from './editing/figures-bench.ts';
import { benchSaving } from './editing/saving-bench.ts';
import { benchMemory } from './editing/memory-bench.ts';
import type { FigureRow } from './figure-row.ts';
import { benchFiles } from './files.ts';
import { benchGuards } from './guards-bench.ts';
import { benchPackage } from './packing/package-bench.ts';
import { benchTypingWhilePacking } from './packing/typing-bench.ts';
import { benchCrowd } from './portal/crowd-bench.ts';
import { benchGrowth } from './portal/growth-bench.ts';
import { benchLine } from './portal/line-bench.ts';
import { benchPaste } from './paste-bench.ts';
import { makeSampleDesk, type SampleDesk } from './sample-draft.ts';
import { benchScript } from './script-bench.ts';
import { benchStart } from './start-bench.ts';
import { benchSoak } from './storage/soak-bench.ts';
import { benchStorage } from './storage/storage-bench.ts';
import { startWorkstation } from './workstation.ts';

/** What the parts that look at a window share. */
interface Window {
  readonly browser: Browser;
  readonly desk: SampleDesk;
  /** Of the workstation that runs meanwhile. */
  readonly address: string;
  /** How often each editor is opened; undefined for as often as the part thinks right. */
  readonly rounds: number | undefined;
}

type Rows = Promise<readonly FigureRow[]>;

/** What needs no window. */
const deskParts: Readonly<Record<string, () => Rows>> = {
  package: () => benchPackage(benchFiles()),
  storage: benchStorage,
  soak: benchSoak,
  drafts: benchDrafts,
  search: benchSearches,
  'upload-line': benchLine,
  'portal-crowd': benchCrowd,
  'portal-growth': benchGrowth,
};

/** What is measured in the window of a running workstation. */
const windowParts: Readonly<Record<string, (window: Window) => Rows>> = {
  'editing-50': ({ browser, desk, address, rounds }) => benchEditing(browser, desk, address, 50, rounds),
  'editing-500': ({ browser, desk, address, rounds }) => benchEditing(browser, desk, address, 500, rounds),
  'editing-5000': ({ browser, desk, address, rounds }) => benchEditing(browser, desk, address, 5000, rounds),
  figures: ({ browser, desk, address }) => benchFigures(browser, desk, address),
  memory: ({ browser, desk, address }) => benchMemory(browser, desk, address),
  script: ({ browser, address }) => benchScript(browser, address),
  guards: ({ browser, address }) => benchGuards(browser, address),
  autosave: ({ browser, desk, address }) => benchAutosave(browser, desk, address),
  saving: ({ browser, address }) => benchSaving(browser, address),
  paste: ({ browser, address }) => benchPaste(browser, address),
};

/** What starts programs of its own. */
const startParts: Readonly<Record<string, (window: Omit<Window, 'address' | 'rounds'>) => Rows>> = {
  start: ({ browser, desk }) => benchStart(browser, desk),
  list: ({ browser }) => benchList(browser),
  'typing-packing': ({ browser }) => benchTypingWhilePacking(browser, benchFiles()),
};

/** All parts, in the order in which they are measured and told of. */
export const partNames: readonly string[] = [deskParts, windowParts, startParts].flatMap(Object.keys);

/** Runs the parts that are asked for, in their own order, and hands each over as soon as it is done. */
export async function runParts(
  asked: ReadonlySet<string>,
  rounds: number | undefined,
  take: (part: string, rows: readonly FigureRow[], chromium: string) => Promise<void>,
): Promise<void> {
  const browser = await launchChromium();
  const run = async <Given>(parts: Readonly<Record<string, (given: Given) => Rows>>, given: Given): Promise<void> => {
    for (const [part, measure] of Object.entries(parts)) {
      if (asked.has(part)) await take(part, await measure(given), `Chromium ${browser.version()}`);
    }
  };
  try {
    await run<undefined>(deskParts, undefined);
    if ([...asked].every((part) => part in deskParts)) return;
    const desk = await makeSampleDesk(sizes);
    try {
      // Once before anything is measured: builds what has changed.
      await (await startWorkstation(desk.folder)).stop();
      const workstation = await startWorkstation(desk.folder);
      try {
        await run(windowParts, { browser, desk, address: workstation.address, rounds });
      } finally {
        await workstation.stop();
      }
      await run(startParts, { browser, desk });
    } finally {
      await rm(desk.folder, { recursive: true });
    }
  } finally {
    await browser.close();
  }
}
