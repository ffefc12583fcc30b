import type { Database } from 'better-sqlite3';
import { blockText } from '#shared/document/walk.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { inTransaction, sql } from '../statements.ts';
import { noteDraftPictures } from './picture-places.ts';
import { newestContent } from './newest-words.ts';
import { searchWords } from './search-words.ts';

/**
 * Indexes the newest words and pictures of up to `limit` drafts that changed since they were indexed, the youngest first; answers
 * whether more are waiting. Runs after a save, never with it: the index costs five times what the save does.
 */
export function indexPending(database: Database, limit: number): boolean {
  const pending = sql<[number], { number: number; id: string; head_id: string }>(
    database,
    'SELECT number, id, head_id FROM search_pending JOIN drafts USING (number) ORDER BY number DESC LIMIT ?',
  ).all(limit);
  if (pending.length === 0) return false;
  inTransaction(database, () => {
    for (const draft of pending) {
      const content = newestContent(database, draft);
      const words = searchWords(textOf(content));
      noteDraftPictures(database, draft.number, content.document);
      sql<[number]>(database, 'DELETE FROM draft_search WHERE rowid = ?').run(draft.number);
      sql<[number, string]>(database, 'INSERT INTO draft_search (rowid, words) VALUES (?, ?)').run(draft.number, words);
      sql<[number]>(database, 'DELETE FROM search_pending WHERE number = ?').run(draft.number);
    }
  });
  return pending.length === limit;
}

/** Blocks are set apart by a line break, so that no pair is made across them. */
function textOf(content: DraftContent): string {
  return [content.metadata.headline, content.metadata.subheadline, ...content.document.children.map(blockText)].join(
    '\n',
  );
}
