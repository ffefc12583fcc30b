import type { Database } from 'better-sqlite3';
import type { SimilarDraft } from '#shared/model/similar-draft.ts';
import { eventLikeness, likelyOneEvent, sharedShingles } from '#shared/search/event-likeness.ts';
import type { EventPrint } from '#shared/search/event-print.ts';
import { sql } from '../statements.ts';
import { rowToPrint, shinglesOf, type PrintRow } from './event-prints.ts';
import { requireDraftRow } from './draft-rows.ts';
import { indexPackages } from './package-index.ts';
import { indexPending } from './search-index.ts';
import type { SlicedQuery } from './store-queries.ts';

/** Changed drafts and packages that the question waits for; more wait only after a migration. */
const indexedBefore = 64;
const mostSimilar = 5;
/** Who shares less of the shorter print than this is not one event, whatever the shingles weigh. */
const leastShared = 0.15;

/** Prints of one slice: some milliseconds. */
const printsOfSlice = 1000;
/** Weighing two prints takes longer than finding what they share. */
const weighedInSlice = 100;

/** Where another draft's, or a package's, words stand. */
interface EventRow extends PrintRow {
  /** By which the walk goes on after this row. */
  readonly key: number;
  readonly draft: number;
  /** The package; null for the draft's own words. */
  readonly package: number | null;
}

export const findSimilarDrafts: SlicedQuery<'findSimilarDrafts'> = function* (database, { draftId }) {
  indexPending(database, indexedBefore);
  indexPackages(database, indexedBefore);
  const { number } = requireDraftRow(database, draftId);
  const row = sql<[number], PrintRow>(database, 'SELECT shingles, marks FROM draft_events WHERE draft = ?').get(number);
  return row ? bestOfEachDraft(database, yield* likeliest(database, number, rowToPrint(row))) : [];
};

interface Likely {
  readonly row: EventRow;
  readonly likeness: number;
}

/** One walk through all prints: each is a few hundred bytes, and how rare a shingle is shows only when all were seen. */
function* likeliest(database: Database, number: number, own: EventPrint): Generator<undefined, Likely[]> {
  const seen = new Map<number, number>();
  const near: EventRow[] = [];
  let releases = 0;
  for (const slice of allPrints(database)) {
    for (const row of slice) {
      releases += 1;
      const shingles = shinglesOf(row.shingles);
      const shared = sharedShingles(own.shingles, shingles);
      for (const shingle of shared) seen.set(shingle, (seen.get(shingle) ?? 0) + 1);
      const least = Math.min(own.shingles.length, shingles.length) * leastShared;
      if (row.draft !== number && shared.length >= least) near.push(row);
    }
    yield;
  }
  const store = { releases, seenIn: (shingle: number) => seen.get(shingle) ?? 0 };
  const likely: Likely[] = [];
  for (const [index, row] of near.entries()) {
    const likeness = eventLikeness(own, rowToPrint(row), store);
    if (likeness >= likelyOneEvent) likely.push({ row, likeness });
    if (index % weighedInSlice === weighedInSlice - 1) yield;
  }
  return likely;
}

/** The prints of all drafts and all packages, slice by slice. */
function* allPrints(database: Database): Generator<EventRow[]> {
  const walks = [
    `SELECT draft AS key, draft, NULL AS package, shingles, marks FROM draft_events
     WHERE draft > ? ORDER BY draft LIMIT ${printsOfSlice}`,
    `SELECT package AS key, drafts.number AS draft, package, shingles, marks FROM package_events
       JOIN packages ON packages.number = package JOIN drafts ON drafts.id = packages.draft_id
     WHERE package > ? ORDER BY package LIMIT ${printsOfSlice}`,
  ];
  for (const walk of walks) {
    let slice: EventRow[] = [];
    do {
      slice = sql<[number], EventRow>(database, walk).all(slice.at(-1)?.key ?? 0);
      yield slice;
    } while (slice.length === printsOfSlice);
  }
}

/** Of each draft what is likest, the published before the written; drafts in the trash only by what was packaged. */
function bestOfEachDraft(database: Database, likely: readonly Likely[]): SimilarDraft[] {
  const best = new Map<string, SimilarDraft>();
  for (const { row, likeness } of likely) {
    const found = row.package === null ? ofDraft(database, row.draft) : ofPackage(database, row.package);
    if (!found) continue;
    const known = best.get(found.draftId);
    if (!known || weightOf({ ...found, likeness }) > weightOf(known)) best.set(found.draftId, { ...found, likeness });
  }
  return [...best.values()].toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, mostSimilar);
}

function weightOf({ as, likeness }: SimilarDraft): number {
  return likeness + { published: 2, package: 1, draft: 0 }[as];
}

type Found = Omit<SimilarDraft, 'likeness'>;

function ofDraft(database: Database, number: number): Found | undefined {
  return sql<[number], Found>(
    database,
    `SELECT id AS draftId, headline, iif(state = 'published', 'published', 'draft') AS "as", updated_at AS at,
       head_id AS revisionId
     FROM drafts WHERE number = ? AND trashed_at IS NULL`,
  ).get(number);
}

function ofPackage(database: Database, number: number): Found | undefined {
  return sql<[number], Found>(
    database,
    `SELECT packages.draft_id AS draftId, revisions.headline AS headline,
       iif(published_at IS NULL, 'package', 'published') AS "as", ifnull(published_at, packages.created_at) AS at,
       revisions.id AS revisionId
     FROM packages
     JOIN revisions ON revisions.id = packages.revision_id
     LEFT JOIN uploads ON uploads.package_id = packages.id LEFT JOIN receipts ON upload_id = uploads.id
     WHERE packages.number = ?`,
  ).get(number);
}
