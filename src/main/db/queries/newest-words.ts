import type { Database } from 'better-sqlite3';
import { reviewStatus } from '#shared/review/review-state.ts';
import type { DraftContent, DraftState } from '#shared/model/draft.ts';
import { sql } from '../statements.ts';
import { decodeContent } from '../content-codec.ts';
import { requireDraftRow, type DraftRow } from './draft-rows.ts';
import { encode, type ContentFacts } from './encoded-content.ts';
import { newestJournalRow } from './journal-rows.ts';
import { reviewRecordsOf } from './review-rows.ts';
import { readRevisionContent, requireRevisionRow } from './revision-rows.ts';

/** Where a draft with these words stands: published while they are the published ones, else what its reviews say. */
function deriveState(database: Database, row: DraftRow, contentHash: string): DraftState {
  if (row.published_hash === contentHash) return 'published';
  return reviewStatus(reviewRecordsOf(database, row.id), contentHash).state;
}

/** Brings the draft's line up to date with its newest words and answers where it stands now; runs inside the transaction that keeps them. */
export function describeNewestWords(database: Database, row: DraftRow, facts: ContentFacts, at: string): DraftState {
  const state = deriveState(database, row, facts.contentHash);
  const described = { ...facts, id: row.id, at, state };
  sql<[typeof described]>(
    database,
    `UPDATE drafts SET headline = @headline, characters = @characters, figures = @figures, to_confirm = @toConfirm,
       content_hash = @contentHash, updated_at = @at WHERE id = @id`,
  ).run(described);
  // By themselves, as they seldom change: each index with a column that is set is written anew, changed or not.
  sql<[typeof described]>(
    database,
    `UPDATE drafts SET column_id = @columnId, planned_at = @plannedAt, state = @state
     WHERE id = @id AND (column_id <> @columnId OR planned_at IS NOT @plannedAt OR state <> @state)`,
  ).run(described);
  return state;
}

/** Reads the newest words again and brings the draft's line up to date with them, its time aside. */
export function followNewestWords(database: Database, draftId: string): void {
  const row = requireDraftRow(database, draftId);
  describeNewestWords(database, row, encode(newestContent(database, row)).facts, row.updated_at);
}

/** The words that the sheet shows: the journal's when there are any, else those of the head. */
export function newestContent(
  database: Database,
  row: { readonly id: string; readonly head_id: string },
): DraftContent {
  const entry = newestJournalRow(database, row.id);
  return entry
    ? decodeContent(entry.content, entry.exact_hash)
    : readRevisionContent(database, requireRevisionRow(database, row.head_id));
}

/** Brings the draft's state up to date after its reviews or its publication changed. */
export function refreshState(database: Database, row: DraftRow, at: string): void {
  sql<[DraftState, string, string]>(database, 'UPDATE drafts SET state = ?, updated_at = ? WHERE id = ?').run(
    deriveState(database, row, row.content_hash),
    at,
    row.id,
  );
}
