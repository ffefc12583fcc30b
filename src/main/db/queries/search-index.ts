import type { Database } from 'better-sqlite3';
import { blockText } from '#shared/document/walk.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { decodeContent } from '../content-codec.ts';
import { inTransaction, sql } from '../statements.ts';
import { requireRevisionRow, readRevisionContent } from './revision-rows.ts';
import { newestJournalRow } from './journal-rows.ts';
import { searchWords } from './search-words.ts';

/**
 * Indexes the newest words of drafts that changed since they were indexed; answers whether more are waiting.
 * Runs after a save, never with it: the index costs five times what the save does.
 */
export function indexPending(database: Database, limit = Number.MAX_SAFE_INTEGER): boolean {
  const pending = sql<[number], { number: number; id: string; head_id: string }>(
    database,
    'SELECT number, id, head_id FROM search_pending JOIN drafts USING (number) LIMIT ?',
  ).all(Math.min(limit, 1_000_000));
  for (const draft of pending) {
    inTransaction(database, () => {
      const words = searchWords(textOf(newestContent(database, draft.id, draft.head_id)));
      sql<[number]>(database, 'DELETE FROM draft_search WHERE rowid = ?').run(draft.number);
      sql<[number, string]>(database, 'INSERT INTO draft_search (rowid, words) VALUES (?, ?)').run(draft.number, words);
      sql<[number]>(database, 'DELETE FROM search_pending WHERE number = ?').run(draft.number);
    });
  }
  return pending.length === limit;
}

function newestContent(database: Database, draftId: string, headId: string): DraftContent {
  const entry = newestJournalRow(database, draftId);
  return entry
    ? decodeContent(entry.content, entry.exact_hash)
    : readRevisionContent(database, requireRevisionRow(database, headId));
}

/** Blocks are set apart by a line break, so that no pair is made across them. */
function textOf(content: DraftContent): string {
  return [content.metadata.headline, content.metadata.subheadline, ...content.document.children.map(blockText)].join(
    '\n',
  );
}
