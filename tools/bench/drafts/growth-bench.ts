import { queries } from '#main/db/queries/registry.ts';
import { indexPending } from '#main/db/queries/search-index.ts';
import { openStoreFolder, type OpenFolder } from '#main/db/store-folder.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { noSearch } from '#shared/search/draft-search.ts';
import type { FigureRow } from '../figure-row.ts';
import { median } from '../statistics.ts';
import { asker, people } from './fill-store.ts';
import { makeDraft, momentOf } from './make-draft.ts';

const rounds = 120;
const starts = 9;
/** The filled stores publish all drafts but each tenth. */
const unpublishedEvery = 10;
/** A store that differs from its twin by more says nothing about a larger one. */
const steadiness = 0.1;
const ids = systemIds();
const [by] = people;

/** A store of one size, and where it lies. */
export interface SizedStore {
  readonly drafts: number;
  readonly folder: string;
  open: OpenFolder;
}

/** Gathers what an act needs, and answers the act alone. */
type Act = (store: SizedStore, round: number) => () => unknown;

/**
 * What the same act costs with many drafts beside what it costs with few; the stores take turns, in another order each round.
 * The first two are small twins: how far one is from the other says how quiet the machine was.
 */
export async function benchGrowth(stores: readonly SizedStore[]): Promise<readonly FigureRow[]> {
  const acts: Readonly<Record<string, Act>> = { save, keep, open: read, list, create };
  const rows: FigureRow[] = [];
  for (const [name, act] of Object.entries(acts)) {
    const samples = stores.map(() => [] as number[]);
    for (let round = 0; round < rounds; round += 1) {
      for (const index of orderOf(stores.length, round)) {
        const store = stores[index];
        if (!store) continue;
        const run = act(store, round);
        const from = performance.now();
        run();
        samples[index]?.push(performance.now() - from);
        settle(store, round);
      }
    }
    rows.push(...rowsOf(`Store: ${name}`, stores, samples));
  }
  const samples = stores.map(() => [] as number[]);
  for (let round = 0; round < starts; round += 1) {
    for (const index of orderOf(stores.length, round)) {
      const store = stores[index];
      if (!store) continue;
      store.open.close();
      const from = performance.now();
      store.open = await openStoreFolder(store.folder, momentOf(2026, 1));
      list(store)();
      samples[index]?.push(performance.now() - from);
    }
  }
  return [...rows, ...rowsOf('Store: start to the first list', stores, samples)];
}

function orderOf(count: number, round: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (index + round) % count);
}

function rowsOf(name: string, stores: readonly SizedStore[], samples: readonly (readonly number[])[]): FigureRow[] {
  const [few] = stores;
  const [floor = 0, twin = 0] = samples.map(median);
  return stores.slice(2).map(({ drafts }, index) => ({
    name: `${name}, ${drafts} drafts`,
    ours: median(samples[index + 2] ?? []),
    floor: (floor + twin) / 2,
    floorName: `${few?.drafts ?? 0} drafts`,
    target: 1.15,
    correct: true,
    steady: Math.abs(floor / twin - 1) <= steadiness,
  }));
}

/** A draft somewhere in the middle, another one each time. */
function draftAt(store: SizedStore, round: number) {
  return draftWithNumber(store, 1 + ((round * 7919) % store.drafts));
}

/** The same of those that are being written: the first change of a published one moves it in every list as well. */
function writtenDraftAt(store: SizedStore, round: number) {
  const written = store.drafts / unpublishedEvery;
  return draftWithNumber(store, unpublishedEvery * (1 + ((round * 7919) % written)));
}

function draftWithNumber({ open }: SizedStore, number: number) {
  const row = open.database.prepare<[number], { id: string }>('SELECT id FROM drafts WHERE number = ?').get(number);
  const stored = row && queries.readDraft(open.database, { draftId: row.id });
  if (!stored) throw new Error('a made draft is missing');
  return stored;
}

function read(store: SizedStore, round: number) {
  const draftId = draftAt(store, round).summary.id;
  return () => queries.readDraft(store.open.database, { draftId });
}

/** What follows an act: a version, so that the journal is empty again where the same draft comes often, and the index. */
function settle(store: SizedStore, round: number): void {
  const { id } = writtenDraftAt(store, round).summary;
  queries.keepRevision(store.open.database, { ...revisionOf(id), at: momentOf(2026, 2) });
  while (indexPending(store.open.database, 10));
}

function save(store: SizedStore, round: number) {
  const { summary, head, headContent, journalSequence } = writtenDraftAt(store, round);
  const entry = {
    draftId: summary.id,
    baseRevisionId: head.id,
    sequence: journalSequence + 1,
    content: { ...headContent, metadata: { ...headContent.metadata, subheadline: `第${round}次` } },
    by: writer(),
    at: momentOf(2026, 2),
  };
  return () => queries.appendJournal(store.open.database, entry);
}

function keep(store: SizedStore, round: number) {
  save(store, round)();
  const kept = revisionOf(writtenDraftAt(store, round).summary.id);
  return () => queries.keepRevision(store.open.database, { ...kept, at: momentOf(2026, 2) });
}

function revisionOf(draftId: string) {
  return { draftId, revisionId: ids.next(), kind: 'manual', content: null, by: writer() } as const;
}

function list(store: SizedStore) {
  const filter = { filter: 'all', sort: 'updated', reversed: false, search: noSearch, earlier: false } as const;
  return () => queries.listDrafts(store.open.database, { ...filter, ...asker, cursor: null, limit: 10 });
}

function create(store: SizedStore, round: number) {
  const content = makeDraft(1_000_000 + round, { columnIds: [''], assets: [] });
  const draft = { draftId: ids.next(), revisionId: ids.next(), kind: 'created', content } as const;
  const person = writer();
  return () =>
    queries.createDraft(store.open.database, { ...draft, by: person, author: person, at: momentOf(2026, 2) });
}

function writer() {
  if (!by) throw new Error('nobody writes');
  return by;
}
