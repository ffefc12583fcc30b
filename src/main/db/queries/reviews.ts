import { canonicalJson } from '#shared/document/canonical.ts';
import { AppError } from '#shared/errors.ts';
import { sha256 } from '../content-codec.ts';
import { inTransaction, sql } from '../statements.ts';
import { requireDraftRow } from './draft-rows.ts';
import { refreshState } from './newest-words.ts';
import { reviewRecordsOf, reviewRecordToRow, type ReviewRow } from './review-rows.ts';
import type { Queries } from './store-queries.ts';

export const reviewQueries: Queries<'appendReviewRecord' | 'listReviewRecords'> = {
  appendReviewRecord(database, { record }) {
    const { hash, ...signed } = record;
    if (hash !== sha256(canonicalJson(signed))) throw new AppError('metadata-invalid', { field: 'hash' });
    inTransaction(database, () => {
      const draft = requireDraftRow(database, record.draftId);
      const last = reviewRecordsOf(database, record.draftId).at(-1);
      if (record.previousHash !== (last?.hash ?? null) || record.sequence !== (last?.sequence ?? 0) + 1) {
        throw new AppError('review-stale');
      }
      sql<[ReviewRow]>(
        database,
        `INSERT INTO review_records (id, draft_id, sequence, act, step, decision, by_id, by_name, by_role, note, at,
           content_hash, previous_hash, hash)
         VALUES (@id, @draft_id, @sequence, @act, @step, @decision, @by_id, @by_name, @by_role, @note, @at,
           @content_hash, @previous_hash, @hash)`,
      ).run(reviewRecordToRow(record));
      refreshState(database, draft, record.at);
    });
  },

  listReviewRecords(database, { draftId }) {
    return reviewRecordsOf(database, draftId);
  },
};
