import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import type { DraftState, DraftSummary } from '#shared/model/draft.ts';
import { sql } from '../statements.ts';

/** A line of `drafts`. All of it describes the newest words, those of the journal included. */
export interface DraftRow {
  number: number;
  id: string;
  author_id: string;
  author_name: string;
  author_role: string;
  state: DraftState;
  head_id: string;
  incoming_id: string | null;
  headline: string;
  column_id: string;
  characters: number;
  figures: number;
  to_confirm: number;
  planned_at: string | null;
  content_hash: string;
  published_hash: string | null;
  revision: number;
  journal_sequence: number;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
  trashed_by_name: string | null;
}

export function rowToDraft(row: DraftRow): DraftSummary {
  return {
    id: row.id,
    number: row.number,
    headline: row.headline,
    columnId: row.column_id,
    state: row.state,
    authorId: row.author_id,
    authorName: row.author_name,
    characters: row.characters,
    figures: row.figures,
    toConfirm: row.to_confirm,
    revision: row.revision,
    conflict: row.incoming_id !== null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    plannedAt: row.planned_at,
    trashedAt: row.trashed_at,
  };
}

export function findDraftRow(database: Database, draftId: string): DraftRow | undefined {
  return sql<[string], DraftRow>(database, 'SELECT * FROM drafts WHERE id = ?').get(draftId);
}

export function requireDraftRow(database: Database, draftId: string): DraftRow {
  const row = findDraftRow(database, draftId);
  if (!row) throw new AppError('draft-not-found');
  return row;
}

/** A draft whose words may change: one that is not in the trash. */
export function requireEditableRow(database: Database, draftId: string): DraftRow {
  const row = requireDraftRow(database, draftId);
  if (row.trashed_at !== null) throw new AppError('draft-locked');
  return row;
}
