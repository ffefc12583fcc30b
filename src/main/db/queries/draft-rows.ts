import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import type { DraftState, DraftSummary } from '#shared/model/draft.ts';
import type { Signatory } from '#shared/model/person.ts';
import { sql } from '../statements.ts';
import type { ContentFacts } from './encoded-content.ts';

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

/** Adds a draft that is being written; its head must be there before the transaction ends. */
export function insertDraftRow(
  database: Database,
  draft: {
    readonly draftId: string;
    readonly author: Signatory;
    readonly headId: string;
    readonly facts: ContentFacts;
    readonly at: string;
  },
): void {
  const { draftId, author, headId, facts, at } = draft;
  sql<[ContentFacts & Readonly<Record<string, string | number | null>>]>(
    database,
    `INSERT INTO drafts (id, author_id, author_name, author_role, state, head_id, headline, column_id, characters,
       figures, to_confirm, planned_at, content_hash, revision, journal_sequence, created_at, updated_at)
     VALUES (@draftId, @authorId, @authorName, @authorRole, 'drafting', @headId, @headline, @columnId,
       @characters, @figures, @toConfirm, @plannedAt, @contentHash, 1, 0, @at, @at)`,
  ).run({ ...facts, draftId, headId, authorId: author.id, authorName: author.name, authorRole: author.role, at });
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
