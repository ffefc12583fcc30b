import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';
import type { RevisionKind } from '#shared/model/revision.ts';
import { decodeContent } from '../content-codec.ts';
import { inTransaction, sql } from '../statements.ts';
import { requireEditableRow, type DraftRow } from './draft-rows.ts';
import { encode } from './encoded-content.ts';
import {
  insertJournalRow,
  largestJournalRow,
  largestJournalSize,
  newestJournalRow,
  newestJournalSize,
  type JournalRow,
} from './journal-rows.ts';
import { describeNewestWords } from './newest-words.ts';
import { newRevisionId } from './revision-id.ts';
import { findRevisionRow, insertRevision, type RevisionRow } from './revision-rows.ts';
import { columnsOfSignatory, signatoryOfRow } from './signatory-columns.ts';
import type { Queries } from './store-queries.ts';

/** Below this a deletion is no loss worth a revision of its own. */
const shrinkFloor = 100;

/** Revisions that only hold what the journal held: whoever types on from before them has seen their words. */
const keptFromJournal: ReadonlySet<RevisionKind> = new Set(['manual', 'timed', 'before-shrink', 'state', 'export']);

export const journalQueries: Queries<'appendJournal'> = {
  appendJournal(database, { draftId, baseRevisionId, sequence, content, by, at }) {
    const encoded = encode(content);
    return inTransaction(database, () => {
      const draft = requireEditableRow(database, draftId);
      if (sequence <= draft.journal_sequence || !continues(database, draft, baseRevisionId)) {
        throw new AppError('stale-base');
      }
      keepBeforeLoss(database, draft, encoded.facts.characters, at);
      insertJournalRow(database, {
        draft_id: draftId,
        sequence,
        base_revision_id: baseRevisionId,
        characters: encoded.facts.characters,
        exact_hash: encoded.exactHash,
        ...columnsOfSignatory(by),
        at,
        content: encoded.text,
      });
      sql<[number, string]>(database, 'UPDATE drafts SET journal_sequence = ? WHERE id = ?').run(sequence, draftId);
      const stateChanged = describeNewestWords(database, draft, encoded.facts, at) !== draft.state;
      return { stateChanged, contentHash: encoded.facts.contentHash, exactHash: encoded.exactHash };
    });
  },
};

/**
 * Keeps the words before a loss: the newest when much of them goes at once; when they went little by little over several
 * saves, the most that there were since the head. A head that was kept before a loss has seen to it already.
 */
function keepBeforeLoss(database: Database, draft: DraftRow, left: number, at: string): void {
  const isLoss = (before: number | undefined): boolean =>
    before !== undefined && before >= shrinkFloor && left < before / 2;
  // Nearly always all: no entry has more words than the largest.
  if (!isLoss(largestJournalSize(database, draft.id))) return;
  if (isLoss(newestJournalSize(database, draft.id))) {
    keepJournal(database, draft, 'before-shrink', at);
    return;
  }
  if (findRevisionRow(database, draft.head_id)?.kind === 'before-shrink') return;
  keepEntry(database, draft, largestJournalRow(database, draft.id), 'before-shrink', at);
}

function continues(database: Database, draft: DraftRow, baseRevisionId: string): boolean {
  let revision: RevisionRow | undefined;
  let id: string | null = draft.head_id;
  while (id !== null && id !== baseRevisionId) {
    revision = findRevisionRow(database, id);
    if (!revision || !keptFromJournal.has(revision.kind)) return false;
    id = revision.parent_id;
  }
  return id !== null;
}

/** Keeps the journal's newest words as the head, signed by whoever wrote them. Leaves the journal itself alone. */
export function keepJournal(
  database: Database,
  draft: DraftRow,
  kind: RevisionKind,
  at: string,
): RevisionRow | undefined {
  return keepEntry(database, draft, newestJournalRow(database, draft.id), kind, at);
}

function keepEntry(
  database: Database,
  draft: DraftRow,
  entry: JournalRow | undefined,
  kind: RevisionKind,
  at: string,
): RevisionRow | undefined {
  if (!entry) return undefined;
  const kept = insertRevision(database, {
    id: newRevisionId(at),
    draftId: draft.id,
    parentId: draft.head_id,
    kind,
    encoded: encode(decodeContent(entry.content, entry.exact_hash)),
    by: signatoryOfRow(entry),
    at,
  });
  setHead(database, kept);
  return kept;
}

export function setHead(database: Database, revision: RevisionRow): void {
  sql<[string, number, string]>(database, 'UPDATE drafts SET head_id = ?, revision = ? WHERE id = ?').run(
    revision.id,
    revision.sequence,
    revision.draft_id,
  );
}
