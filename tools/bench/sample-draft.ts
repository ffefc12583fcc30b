import type { Page } from '@playwright/test';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settleIn } from '#cli/demo/run-demo.ts';
import { openDesk } from '#cli/open-desk.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { benchContent } from './editing/bench-document.ts';

/** A data folder that holds the sample drafts and one of each size to be measured. */
export interface SampleDesk {
  readonly folder: string;
  /** The first sample, as a writer left it. */
  readonly content: DraftContent;
  /** The sample's pictures by their SHA-256, and where their display renditions lie. */
  readonly assets: readonly string[];
  readonly pictures: readonly string[];
}

export async function makeSampleDesk(sizes: readonly number[]): Promise<SampleDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-bench-'));
  const services = await openDesk(folder);
  try {
    await services.app.completeFirstStart({ name: '拟稿员甲', role: 'writer', samples: true });
    await settleIn(services);
    const { items } = await services.drafts.list({
      filter: 'mine',
      sort: 'number',
      reversed: false,
      query: '',
      earlier: false,
      cursor: null,
      limit: 10,
    });
    const draft = items.find((item) => item.number === 1);
    if (!draft) throw new Error('no sample draft');
    const opened = await services.drafts.open(draft.id);
    const pictures: string[] = [];
    for (const { display } of opened.assets) {
      const path = await services.mediaFiles.path(display.sha256);
      if (path === null) throw new Error('a sample picture is missing');
      pictures.push(path);
    }
    const assets = opened.assets.map((asset) => asset.sha256);
    for (const size of sizes) await services.drafts.createFrom(benchContent(size, opened.content, assets), 'created');
    await services.drafts.createFrom(benchContent(50, opened.content, assets, 20), 'created');
    return { folder, content: opened.content, assets, pictures };
  } finally {
    await services.close();
  }
}

/** Opens the sample in the workstation's window and waits until it can be typed in. */
export async function openSample(page: Page, address: string, headline: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector('html[data-ready=true]');
  await page.getByText(headline.slice(0, 12)).first().click();
  await untilOpen(page, headline);
}

/** The window opens with the draft that was open last: until another one is there, its words may stand there still. */
export async function untilOpen(page: Page, headline: string): Promise<void> {
  await page.waitForFunction((title) => document.querySelector('.headline')?.textContent === title, headline);
  await page.waitForSelector('[data-lexical-editor][contenteditable=true] p');
}
