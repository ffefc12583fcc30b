import { queries } from '#main/db/queries/registry.ts';
import { indexPending } from '#main/db/queries/search-index.ts';
import { openStoreFolder, type OpenFolder } from '#main/db/store-folder.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { noSearch } from '#shared/search/draft-search.ts';
import type { FigureRow } from '../figure-row.ts';
import { median } from '../statistics.ts';
import { asker, people } from './fill-store.ts';
import { makeDraft, momentOf } from './make-draft.ts';

const rounds = 60;
const starts = 7;
const ids = systemIds();

/** A store of one size, and where it lies. */
export interface SizedStore {
  readonly drafts: number;
  readonly folder: string;
  open: OpenFolder;
}

/** What the same act costs with many drafts beside what it costs with few; the stores take turns. The first store is the small one. */
export async function benchGrowth(stores: readonly SizedStore[]): Promise<readonly FigureRow[]> {
  const acts = { save, open: read, list, create };
  const rows: FigureRow[] = [];
  for (const [name, act] of Object.entries(acts)) {
    const samples = stores.map(() => [] as number[]);
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, store] of stores.entries()) {
        const from = performance.now();
        act(store, round);
        samples[index]?.push(performance.now() - from);
        indexPending(store.open.database, 10);
      }
    }
    rows.push(...rowsOf(`Store: ${name}`, stores, samples));
  }
  const samples = stores.map(() => [] as number[]);
  for (let round = 0; round < starts; round += 1) {
    for (const [index, store] of stores.entries()) {
      store.open.close();
      const from = performance.now();
      store.open = await openStoreFolder(store.folder, momentOf(2026, 1));
      list(store);
      samples[index]?.push(performance.now() - from);
    }
  }
  return [...rows, ...rowsOf('Store: start to the first list', stores, samples)];
}

function rowsOf(name: string, stores: readonly SizedStore[], samples: readonly (readonly number[])[]): FigureRow[] {
  const [few] = stores;
  const floor = median(samples[0] ?? []);
  return stores.slice(1).map(({ drafts }, index) => ({
    name: `${name}, ${drafts} drafts`,
    ours: median(samples[index + 1] ?? []),
    floor,
    floorName: `${few?.drafts ?? 0} drafts`,
    target: 1.15,
    correct: true,
  }));
}

/** A draft somewhere in the middle, another one each time. */
function draftAt({ open, drafts }: SizedStore, round: number) {
  const number = 1 + ((round * 7919) % drafts);
  const row = open.database.prepare<[number], { id: string }>('SELECT id FROM drafts WHERE number = ?').get(number);
  const stored = row && queries.readDraft(open.database, { draftId: row.id });
  if (!stored) throw new Error('a made draft is missing');
  return stored;
}

function read(store: SizedStore, round: number): void {
  draftAt(store, round);
}

const [by] = people;

function save(store: SizedStore, round: number): void {
  const { summary, head, headContent, journalSequence } = draftAt(store, round);
  if (!by) return;
  queries.appendJournal(store.open.database, {
    draftId: summary.id,
    baseRevisionId: head.id,
    sequence: journalSequence + 1,
    content: { ...headContent, metadata: { ...headContent.metadata, subheadline: `第${round}次` } },
    by,
    at: momentOf(2026, 2),
  });
}

function list(store: SizedStore): void {
  const asked = {
    filter: 'all',
    sort: 'updated',
    reversed: false,
    search: noSearch,
    earlier: false,
    cursor: null,
  } as const;
  queries.listDrafts(store.open.database, { ...asked, ...asker, limit: 10 });
}

function create(store: SizedStore, round: number): void {
  if (!by) return;
  queries.createDraft(store.open.database, {
    draftId: ids.next(),
    revisionId: ids.next(),
    kind: 'created',
    content: makeDraft(1_000_000 + round, { columnIds: [''], assets: [] }),
    by,
    author: by,
    at: momentOf(2026, 2),
  });
}
