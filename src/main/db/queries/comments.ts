import type { Comment } from '#shared/model/comment.ts';
import { sql } from '../statements.ts';
import { requireDraftRow } from './draft-rows.ts';
import { columnsOfSignatory, signatoryOfRow, type SignatoryColumns } from './signatory-columns.ts';
import type { Queries } from './store-queries.ts';

/** A line of `comments`. */
interface CommentRow extends SignatoryColumns {
  id: string;
  draft_id: string;
  quote: string;
  text: string;
  at: string;
  resolved_at: string | null;
  resolved_by_id: string | null;
  resolved_by_name: string | null;
  resolved_by_role: string | null;
}

function rowToComment(row: CommentRow): Comment {
  return {
    id: row.id,
    draftId: row.draft_id,
    quote: row.quote,
    text: row.text,
    by: signatoryOfRow(row),
    at: row.at,
    resolvedAt: row.resolved_at,
    resolvedBy:
      row.resolved_by_id === null
        ? null
        : { id: row.resolved_by_id, name: row.resolved_by_name ?? '', role: row.resolved_by_role ?? '' },
  };
}

function commentToRow(comment: Comment): CommentRow {
  return {
    id: comment.id,
    draft_id: comment.draftId,
    quote: comment.quote,
    text: comment.text,
    ...columnsOfSignatory(comment.by),
    at: comment.at,
    resolved_at: comment.resolvedAt,
    resolved_by_id: comment.resolvedBy?.id ?? null,
    resolved_by_name: comment.resolvedBy?.name ?? null,
    resolved_by_role: comment.resolvedBy?.role ?? null,
  };
}

export const commentQueries: Queries<'listComments' | 'readComment' | 'saveComment'> = {
  listComments(database, { draftId }) {
    return sql<[string], CommentRow>(database, 'SELECT * FROM comments WHERE draft_id = ? ORDER BY at, id')
      .all(draftId)
      .map(rowToComment);
  },

  readComment(database, { commentId }) {
    const row = sql<[string], CommentRow>(database, 'SELECT * FROM comments WHERE id = ?').get(commentId);
    return row ? rowToComment(row) : null;
  },

  saveComment(database, { comment }) {
    requireDraftRow(database, comment.draftId);
    sql<[CommentRow]>(
      database,
      `INSERT INTO comments (id, draft_id, quote, text, by_id, by_name, by_role, at, resolved_at, resolved_by_id,
         resolved_by_name, resolved_by_role)
       VALUES (@id, @draft_id, @quote, @text, @by_id, @by_name, @by_role, @at, @resolved_at, @resolved_by_id,
         @resolved_by_name, @resolved_by_role)
       ON CONFLICT (id) DO UPDATE SET text = excluded.text, resolved_at = excluded.resolved_at,
         resolved_by_id = excluded.resolved_by_id, resolved_by_name = excluded.resolved_by_name,
         resolved_by_role = excluded.resolved_by_role
       WHERE draft_id = excluded.draft_id`,
    ).run(commentToRow(comment));
  },
};
