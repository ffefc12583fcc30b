import type { Page } from '@playwright/test';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settleIn } from '#cli/demo/run-demo.ts';
import { openDesk } from '#cli/open-desk.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { blockText } from '#shared/document/walk.ts';
import type { BareBlock } from './bare-page.ts';

/** A data folder that holds the first sample draft, as a writer left it. */
export interface SampleDesk {
  readonly folder: string;
  readonly content: DraftContent;
  readonly blocks: readonly BareBlock[];
  /** Paths of the pictures that the bare page shows. */
  readonly pictures: readonly string[];
}

export async function makeSampleDesk(): Promise<SampleDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'gaoqian-bench-'));
  const services = await openDesk(folder);
  try {
    await services.app.completeFirstStart({ name: '拟稿员甲', role: 'writer', samples: true });
    await settleIn(services);
    const { items } = await services.drafts.list({
      filter: 'mine',
      sort: 'number',
      query: '',
      cursor: null,
      limit: 10,
    });
    const draft = items.find((item) => item.number === 1);
    if (!draft) throw new Error('no sample draft');
    const { content, assets } = await services.drafts.open(draft.id);
    const pictures: string[] = [];
    const blocks: BareBlock[] = [];
    for (const block of content.document.children) {
      blocks.push(block.type === 'figure' ? { picture: `/picture/${pictures.length}` } : { text: blockText(block) });
      if (block.type !== 'figure') continue;
      const asset = assets.find((entry) => entry.sha256 === block.asset);
      const path = asset && (await services.mediaFiles.path(asset.display.sha256));
      if (!path) throw new Error('a sample picture is missing');
      pictures.push(path);
      // The bare page has no captions of its own; the words stand as a paragraph, so that both pages hold the same text.
      blocks.push({ text: blockText(block) });
    }
    return { folder, content, blocks, pictures };
  } finally {
    await services.close();
  }
}

/** Opens the sample in the workstation's window and waits until it can be typed in. */
export async function openSample(page: Page, address: string, headline: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector('html[data-ready=true]');
  await page.getByText(headline.slice(0, 12)).first().click();
  await page.waitForSelector('[data-lexical-editor][contenteditable=true] p');
}
