import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FigureRow } from '../figure-row.ts';
import { filledStore } from './fill-store.ts';
import { benchGrowth, type SizedStore } from './growth-bench.ts';
import { benchSearch } from './search-bench.ts';

/** The first is what the others are held against. */
const usualSizes = [10, 10_000, 50_000];

/** Lists, searches and saves in stores of several sizes, which are made first (two minutes for 50,000 drafts). */
export async function benchDrafts(sizes: readonly number[] = usualSizes): Promise<readonly FigureRow[]> {
  const root = await mkdtemp(join(tmpdir(), 'gaoqian-drafts-'));
  const stores: SizedStore[] = [];
  try {
    for (const drafts of sizes) {
      const folder = join(root, String(drafts));
      stores.push({ drafts, folder, open: await filledStore(folder, drafts) });
    }
    const searches = stores.slice(1).flatMap(({ open, drafts }) => benchSearch(open.database, drafts));
    return [...searches, ...(await benchGrowth(stores))];
  } finally {
    for (const { open } of stores) open.close();
    await rm(root, { recursive: true, force: true });
  }
}
