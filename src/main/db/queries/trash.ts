import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import type { TrashFacts } from '#shared/model/draft.ts';
import { inTransaction, sql } from '../statements.ts';
import { auditQueries } from './audit.ts';
import { requireDraftRow, rowToDraft, type DraftRow } from './draft-rows.ts';
import { reviewRecordsOf } from './review-rows.ts';
import type { Queries } from './store-queries.ts';

export const trashQueries: Queries<'setTrashed' | 'purgeDraft'> = {
  setTrashed(database, { draftId, trashedAt, at, by }) {
    return inTransaction(database, () => {
      requireDraftRow(database, draftId);
      const who = trashedAt === null ? undefined : by;
      sql<[(string | null)[]]>(
        database,
        'UPDATE drafts SET trashed_at = ?, trashed_by_id = ?, trashed_by_name = ?, updated_at = ? WHERE id = ?',
      ).run([trashedAt, who?.id ?? null, who?.name ?? null, at, draftId]);
      return rowToDraft(requireDraftRow(database, draftId));
    });
  },

  purgeDraft(database, { draftId, by, at }) {
    withoutForeignKeys(database, () => {
      const draft = requireDraftRow(database, draftId);
      if (draft.trashed_at === null) throw new AppError('draft-not-in-trash');
      const [facts] = trashFactsOf(database, [draft]);
      if (!facts?.mayPurge) throw new AppError('draft-packaged');
      const records = reviewRecordsOf(database, draftId);
      sql<[Record<string, string | number>]>(
        database,
        `INSERT INTO purged_drafts (draft_id, number, author_id, author_name, by_id, by_name, at, review_records)
         VALUES (@draftId, @number, @authorId, @authorName, @byId, @byName, @at, @records)`,
      ).run({
        draftId,
        number: draft.number,
        authorId: draft.author_id,
        authorName: draft.author_name,
        byId: by.id,
        byName: by.name,
        at,
        records: JSON.stringify(records),
      });
      deleteDraft(database, draft);
      auditQueries.appendAudit(database, {
        at,
        personId: by.id,
        event: 'draft.purged',
        facts: {
          draftId,
          number: draft.number,
          contentHash: draft.content_hash,
          revisions: facts.revisions,
          comments: facts.comments,
          figures: draft.figures,
          reviewRecords: records.length,
        },
      });
    });
  },
};

/** What belongs to each of these drafts, beside what their lines say. */
export function trashFactsOf(database: Database, drafts: readonly DraftRow[]): TrashFacts[] {
  const count = sql<[string], { revisions: number; comments: number; packages: number }>(
    database,
    `SELECT (SELECT count(*) FROM revisions WHERE draft_id = drafts.id) AS revisions,
       (SELECT count(*) FROM comments WHERE draft_id = drafts.id) AS comments,
       (SELECT count(*) FROM packages WHERE draft_id = drafts.id) AS packages
     FROM drafts WHERE id = ?`,
  );
  return drafts.map(({ id, trashed_by_name }) => {
    const found = count.get(id);
    return {
      byName: trashed_by_name ?? '',
      revisions: found?.revisions ?? 1,
      comments: found?.comments ?? 0,
      mayPurge: found?.packages === 0,
    };
  });
}

/** Everything that names the draft, by its id or its number. */
const deletions = [
  'DELETE FROM draft_search WHERE rowid = @number',
  'DELETE FROM search_pending WHERE number = @number',
  'DELETE FROM earlier_search WHERE rowid IN (SELECT number FROM earlier_passages WHERE draft = @number)',
  'DELETE FROM earlier_passages WHERE draft = @number',
  'DELETE FROM earlier_pending WHERE draft_id = @id',
  'DELETE FROM draft_pictures WHERE draft = @number',
  'DELETE FROM draft_events WHERE draft = @number',
  'DELETE FROM draft_histories WHERE draft_id = @id',
  'DELETE FROM revision_names WHERE draft_id = @id',
  'DELETE FROM comments WHERE draft_id = @id',
  'DELETE FROM waivers WHERE draft_id = @id',
  'DELETE FROM review_records WHERE draft_id = @id',
  'DELETE FROM journal WHERE draft_id = @id',
  'DELETE FROM revisions WHERE draft_id = @id',
  'DELETE FROM drafts WHERE id = @id',
] as const;

function deleteDraft(database: Database, { id, number }: DraftRow): void {
  sql<[string]>(database, 'INSERT INTO purging VALUES (?)').run(id);
  for (const statement of deletions) {
    const keys = { ...(statement.includes('@id') && { id }), ...(statement.includes('@number') && { number }) };
    sql<[Readonly<Record<string, string | number>>]>(database, statement).run(keys);
  }
  sql<[]>(database, 'DELETE FROM purging').run();
}

/**
 * A transaction that may delete revisions without a search through every table for each of them: nothing outside a draft
 * refers to its revisions but packages, and a draft that has some is refused.
 */
function withoutForeignKeys(database: Database, work: () => void): void {
  database.pragma('foreign_keys = OFF');
  try {
    inTransaction(database, work);
  } finally {
    database.pragma('foreign_keys = ON');
  }
}
