import type { Database } from 'better-sqlite3';
import type { StoredDraft } from '#main/services/ports/draft-store.ts';
import { AppError } from '#shared/errors.ts';
import { decodeContent } from '../content-codec.ts';
import { inTransaction, sql } from '../statements.ts';
import { findDraftRow, insertDraftRow, requireDraftRow, rowToDraft, type DraftRow } from './draft-rows.ts';
import { encode } from './encoded-content.ts';
import { newestJournalRow } from './journal-rows.ts';
import { refreshState } from './newest-words.ts';
import { insertRevision, readRevisionContent, requireRevisionRow, rowToRevision } from './revision-rows.ts';
import { signatoryOfRow } from './signatory-columns.ts';
import type { Queries } from './store-queries.ts';

export const draftQueries: Queries<'createDraft' | 'readDraft' | 'markPublished'> = {
  createDraft(database, { draftId, revisionId, kind, content, by, author, at }) {
    const encoded = encode(content);
    return inTransaction(database, () => {
      if (findDraftRow(database, draftId)) throw new AppError('not-allowed', { reason: 'draft-exists' });
      insertDraftRow(database, { draftId, author, headId: revisionId, facts: encoded.facts, at });
      insertRevision(database, { id: revisionId, draftId, parentId: null, kind, encoded, by, at });
      return storedDraft(database, requireDraftRow(database, draftId));
    });
  },

  readDraft(database, { draftId }) {
    const row = findDraftRow(database, draftId);
    return row ? storedDraft(database, row) : null;
  },

  markPublished(database, { draftId, contentHash, at }) {
    return inTransaction(database, () => {
      const row = requireDraftRow(database, draftId);
      sql<[string, string]>(database, 'UPDATE drafts SET published_hash = ? WHERE id = ?').run(contentHash, draftId);
      refreshState(database, { ...row, published_hash: contentHash }, at);
      return rowToDraft(requireDraftRow(database, draftId));
    });
  },
};

function storedDraft(database: Database, row: DraftRow): StoredDraft {
  const head = requireRevisionRow(database, row.head_id);
  const entry = newestJournalRow(database, row.id);
  return {
    summary: rowToDraft(row),
    author: { id: row.author_id, name: row.author_name, role: row.author_role },
    head: rowToRevision(head),
    headContent: readRevisionContent(database, head),
    journal: entry
      ? {
          sequence: entry.sequence,
          baseRevisionId: entry.base_revision_id,
          content: decodeContent(entry.content, entry.exact_hash),
          by: signatoryOfRow(entry),
          at: entry.at,
        }
      : null,
    journalSequence: row.journal_sequence,
    incoming: row.incoming_id === null ? null : rowToRevision(requireRevisionRow(database, row.incoming_id)),
  };
}
