import { AppError } from '#shared/errors.ts';
import { inTransaction, sql } from '../statements.ts';
import { findDraftRow, insertDraftRow, requireEditableRow } from './draft-rows.ts';
import { encode } from './encoded-content.ts';
import { newestJournalRow } from './journal-rows.ts';
import { setHead } from './journal.ts';
import { describeNewestWords } from './newest-words.ts';
import { findRevisionRow, insertRevision, requireRevisionRow } from './revision-rows.ts';
import type { Queries } from './store-queries.ts';

export const exchangeQueries: Queries<'addHistory'> = {
  addHistory(database, { draftId, author, revisions, head, at }) {
    const encoded = new Map(revisions.map(({ id, content }) => [id, encode(content)]));
    return inTransaction(database, () => {
      if (!findDraftRow(database, draftId)) {
        const words = encoded.get(head.id);
        if (!words) throw new AppError('metadata-invalid', { field: 'headId' });
        insertDraftRow(database, { draftId, author, headId: head.id, facts: words.facts, at });
      } else if (head.becomes === 'head') {
        const draft = requireEditableRow(database, draftId);
        if (draft.head_id !== head.over || newestJournalRow(database, draftId)) throw new AppError('stale-base');
      }
      let added = 0;
      for (const { id, parentId, kind, by, at: keptAt } of revisions) {
        const known = findRevisionRow(database, id);
        const words = encoded.get(id);
        if (known && (known.draft_id !== draftId || known.content_hash !== words?.facts.contentHash)) {
          throw new AppError('metadata-invalid', { field: 'revisions' });
        }
        if (known || !words) continue;
        insertRevision(database, { id, draftId, parentId, kind, encoded: words, by, at: keptAt });
        added += 1;
      }
      const kept = requireRevisionRow(database, head.id);
      if (head.becomes === 'head') {
        setHead(database, kept);
        const words = encoded.get(head.id);
        if (words) describeNewestWords(database, requireEditableRow(database, draftId), words.facts, at);
      } else if (head.becomes === 'incoming') {
        sql<[string, string]>(database, 'UPDATE drafts SET incoming_id = ? WHERE id = ?').run(kept.id, draftId);
      }
      return { added };
    });
  },
};
