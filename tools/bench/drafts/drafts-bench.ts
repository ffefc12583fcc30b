import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FigureRow } from '../figure-row.ts';
import { benchGrowth, type SizedStore } from './growth-bench.ts';
import { copyOfFilledStore } from './kept-store.ts';
import { benchSearch } from './search-bench.ts';

/** The two small ones are what the others are held against. */
const sizes = [10, 10, 10_000, 50_000];

/** What people do in stores of several sizes, which are filled first when this machine has not done it before (minutes). */
export async function benchDrafts(): Promise<readonly FigureRow[]> {
  return withStores(sizes, benchGrowth);
}

/** Searches in the large ones, beside reading through all words. */
export async function benchSearches(): Promise<readonly FigureRow[]> {
  return withStores(sizes.slice(2), async (stores) =>
    stores.flatMap(({ open, drafts }) => benchSearch(open.database, drafts)),
  );
}

async function withStores(
  counts: readonly number[],
  bench: (stores: readonly SizedStore[]) => Promise<readonly FigureRow[]>,
): Promise<readonly FigureRow[]> {
  const root = await mkdtemp(join(tmpdir(), 'gaoqian-drafts-'));
  const stores: SizedStore[] = [];
  try {
    for (const [index, drafts] of counts.entries()) {
      const folder = join(root, `${index}-${drafts}`);
      stores.push({ drafts, folder, open: await copyOfFilledStore(folder, drafts) });
    }
    return await bench(stores);
  } finally {
    for (const { open } of stores) open.close();
    await rm(root, { recursive: true, force: true });
  }
}
