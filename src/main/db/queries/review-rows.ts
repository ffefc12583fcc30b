import type { Database } from 'better-sqlite3';
import type { ReviewDecision, ReviewRecord, ReviewStep } from '#shared/model/review.ts';
import { sql } from '../statements.ts';
import { columnsOfSignatory, signatoryOfRow, type SignatoryColumns } from './signatory-columns.ts';

/** A line of `review_records`. */
export interface ReviewRow extends SignatoryColumns {
  id: string;
  draft_id: string;
  sequence: number;
  act: ReviewRecord['act']['kind'];
  step: ReviewStep | null;
  decision: ReviewDecision | null;
  note: string;
  at: string;
  content_hash: string;
  previous_hash: string | null;
  hash: string;
}

export function rowToReviewRecord(row: ReviewRow): ReviewRecord {
  return {
    id: row.id,
    draftId: row.draft_id,
    sequence: row.sequence,
    act: actOfRow(row),
    by: signatoryOfRow(row),
    note: row.note,
    at: row.at,
    contentHash: row.content_hash,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

function actOfRow(row: ReviewRow): ReviewRecord['act'] {
  if (row.act !== 'decide') return { kind: row.act };
  // The table's own check proves that a decision has both.
  return { kind: 'decide', step: row.step ?? 'first', decision: row.decision ?? 'return' };
}

export function reviewRecordToRow(record: ReviewRecord): ReviewRow {
  const decided = record.act.kind === 'decide' ? record.act : null;
  return {
    id: record.id,
    draft_id: record.draftId,
    sequence: record.sequence,
    act: record.act.kind,
    step: decided?.step ?? null,
    decision: decided?.decision ?? null,
    ...columnsOfSignatory(record.by),
    note: record.note,
    at: record.at,
    content_hash: record.contentHash,
    previous_hash: record.previousHash,
    hash: record.hash,
  };
}

/** The chain of a draft in order of sequence. */
export function reviewRecordsOf(database: Database, draftId: string): readonly ReviewRecord[] {
  return sql<[string], ReviewRow>(database, 'SELECT * FROM review_records WHERE draft_id = ? ORDER BY sequence')
    .all(draftId)
    .map(rowToReviewRecord);
}
