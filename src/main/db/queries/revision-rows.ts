import type { Database } from 'better-sqlite3';
import type { DraftContent } from '#shared/model/draft.ts';
import type { Signatory } from '#shared/model/person.ts';
import type { RevisionKind, RevisionSummary } from '#shared/model/revision.ts';
import { AppError } from '#shared/errors.ts';
import { decodeContent, sha256 } from '../content-codec.ts';
import { sql } from '../statements.ts';
import type { EncodedContent } from './encoded-content.ts';
import { packRevision, readRevisionText, type PackedRevision } from './revision-content.ts';
import { columnsOfSignatory, signatoryOfRow, type SignatoryColumns } from './signatory-columns.ts';

/** A line of `revisions` without its content. */
export interface RevisionRow extends SignatoryColumns {
  id: string;
  draft_id: string;
  sequence: number;
  parent_id: string | null;
  kind: RevisionKind;
  headline: string;
  characters: number;
  content_hash: string;
  exact_hash: string;
  link: string;
  at: string;
}

export const revisionColumns =
  'id, draft_id, sequence, parent_id, kind, headline, characters, content_hash, exact_hash, link, by_id, by_name, by_role, at';

export function rowToRevision(row: RevisionRow): RevisionSummary {
  return {
    id: row.id,
    draftId: row.draft_id,
    sequence: row.sequence,
    parentId: row.parent_id,
    kind: row.kind,
    headline: row.headline,
    characters: row.characters,
    contentHash: row.content_hash,
    link: row.link,
    by: signatoryOfRow(row),
    at: row.at,
  };
}

export function findRevisionRow(database: Database, revisionId: string): RevisionRow | undefined {
  return sql<[string], RevisionRow>(database, `SELECT ${revisionColumns} FROM revisions WHERE id = ?`).get(revisionId);
}

export function requireRevisionRow(database: Database, revisionId: string): RevisionRow {
  const row = findRevisionRow(database, revisionId);
  if (!row) throw new AppError('not-found');
  return row;
}

/** The words of a revision, proven to be those that were kept. */
export function readRevisionContent(database: Database, row: RevisionRow): DraftContent {
  return decodeContent(readRevisionText(database, row.id), row.exact_hash);
}

/** Adds a revision after all others of its draft. `link` binds its exact words to its parent's link. */
export function insertRevision(
  database: Database,
  revision: {
    readonly id: string;
    readonly draftId: string;
    readonly parentId: string | null;
    readonly kind: RevisionKind;
    readonly encoded: EncodedContent;
    readonly by: Signatory;
    readonly at: string;
  },
): RevisionRow {
  const last = sql<[string], { sequence: number | null }>(
    database,
    'SELECT max(sequence) AS sequence FROM revisions WHERE draft_id = ?',
  ).get(revision.draftId);
  const parent = revision.parentId === null ? undefined : findRevisionRow(database, revision.parentId);
  const row: RevisionRow = {
    id: revision.id,
    draft_id: revision.draftId,
    sequence: (last?.sequence ?? 0) + 1,
    parent_id: revision.parentId,
    kind: revision.kind,
    headline: revision.encoded.facts.headline,
    characters: revision.encoded.facts.characters,
    content_hash: revision.encoded.facts.contentHash,
    exact_hash: revision.encoded.exactHash,
    link: sha256(`${parent?.link ?? ''}\n${revision.encoded.exactHash}`),
    ...columnsOfSignatory(revision.by),
    at: revision.at,
  };
  sql<[RevisionRow & PackedRevision]>(
    database,
    `INSERT INTO revisions (${revisionColumns}, content, base_id)
     VALUES (@id, @draft_id, @sequence, @parent_id, @kind, @headline, @characters, @content_hash, @exact_hash, @link,
       @by_id, @by_name, @by_role, @at, @content, @base_id)`,
  ).run({ ...row, ...packRevision(database, row, revision.encoded.text) });
  return row;
}
