import type { Database } from 'better-sqlite3';
import { decodeContent } from '../content-codec.ts';
import { inTransaction, sql } from '../statements.ts';
import { requireDraftRow, requireEditableRow, type DraftRow } from './draft-rows.ts';
import { encode, type EncodedContent } from './encoded-content.ts';
import { clearJournal, newestJournalRow } from './journal-rows.ts';
import { keepJournal, setHead } from './journal.ts';
import { describeNewestWords } from './newest-words.ts';
import {
  findRevisionRow,
  insertRevision,
  readRevisionContent,
  requireRevisionRow,
  revisionColumns,
  rowToRevision,
  type RevisionRow,
} from './revision-rows.ts';
import type { Queries } from './store-queries.ts';

export const revisionQueries: Queries<
  'keepRevision' | 'keepIncoming' | 'clearIncoming' | 'listRevisions' | 'readRevision' | 'findRevisionByHash'
> = {
  keepRevision(database, { draftId, revisionId, kind, content, by, at, always }) {
    const given = content === null ? null : encode(content);
    return inTransaction(database, () => {
      const draft = requireEditableRow(database, draftId);
      const head = headUnder(database, draft, given, at);
      const encoded = given ?? newestWords(database, draft, head);
      clearJournal(database, draftId);
      const unchanged = encoded === null || encoded.exactHash === head.exact_hash;
      if (unchanged && always !== true) {
        // Words that were typed and taken back leave no revision, but the line must follow them back.
        if (encoded) describeNewestWords(database, draft, encoded.facts, at);
        return rowToRevision(head);
      }
      const words = encoded ?? encode(readRevisionContent(database, head));
      const kept = insertRevision(database, {
        id: revisionId,
        draftId,
        parentId: head.id,
        kind,
        encoded: words,
        by,
        at,
      });
      setHead(database, kept);
      describeNewestWords(database, draft, words.facts, at);
      return rowToRevision(kept);
    });
  },

  keepIncoming(database, { draftId, revisionId, parentId, content, by, at }) {
    const encoded = encode(content);
    return inTransaction(database, () => {
      requireEditableRow(database, draftId);
      const kept = insertRevision(database, { id: revisionId, draftId, parentId, kind: 'incoming', encoded, by, at });
      sql<[string, string]>(database, 'UPDATE drafts SET incoming_id = ? WHERE id = ?').run(kept.id, draftId);
      return rowToRevision(kept);
    });
  },

  clearIncoming(database, { draftId }) {
    requireDraftRow(database, draftId);
    sql<[string]>(database, 'UPDATE drafts SET incoming_id = NULL WHERE id = ?').run(draftId);
  },

  listRevisions(database, { draftId }) {
    return sql<[string], RevisionRow>(
      database,
      `SELECT ${revisionColumns} FROM revisions WHERE draft_id = ? ORDER BY sequence DESC`,
    )
      .all(draftId)
      .map(rowToRevision);
  },

  readRevision(database, { revisionId }) {
    const row = findRevisionRow(database, revisionId);
    return row ? { revision: rowToRevision(row), content: readRevisionContent(database, row) } : null;
  },

  findRevisionByHash(database, { draftId, contentHash }) {
    const row = sql<[string, string], RevisionRow>(
      database,
      `SELECT ${revisionColumns} FROM revisions WHERE draft_id = ? AND content_hash = ? ORDER BY sequence DESC LIMIT 1`,
    ).get(draftId, contentHash);
    return row ? rowToRevision(row) : null;
  },
};

/** The head that a given content goes on top of; words in the journal that it does not hold become a revision first. */
function headUnder(database: Database, draft: DraftRow, given: EncodedContent | null, at: string): RevisionRow {
  const head = requireRevisionRow(database, draft.head_id);
  if (given === null) return head;
  const entry = newestJournalRow(database, draft.id);
  if (!entry || entry.exact_hash === head.exact_hash || entry.exact_hash === given.exactHash) return head;
  return keepJournal(database, draft, 'timed', at) ?? head;
}

/** The journal's newest words; null when there are none that the head does not hold. */
function newestWords(database: Database, draft: DraftRow, head: RevisionRow): EncodedContent | null {
  const entry = newestJournalRow(database, draft.id);
  if (!entry) return null;
  return encode(
    entry.exact_hash === head.exact_hash
      ? readRevisionContent(database, head)
      : decodeContent(entry.content, entry.exact_hash),
  );
}
