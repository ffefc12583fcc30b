import type { Database } from 'better-sqlite3';
import { headlineKey } from '../headline-key.ts';
import { inTransaction, sql } from '../statements.ts';
import { noteEvent } from './event-prints.ts';
import { indexPassages, passagesIn } from './indexed-passages.ts';
import { newestContent } from './newest-words.ts';
import { noteDraftPictures } from './picture-places.ts';

interface PendingRow {
  number: number;
  id: string;
  head_id: string;
  author_name: string;
}

/** CROSS: from the few that wait to their drafts. SQLite would walk through all drafts and ask of each whether it waits. */
export const waitingDrafts = `SELECT number, id, head_id, author_name
  FROM search_pending CROSS JOIN drafts USING (number) ORDER BY number DESC LIMIT ?`;

/**
 * Indexes the newest words, pictures and events of up to `limit` drafts that changed since they were indexed, the youngest first; answers
 * whether more are waiting. Runs after a save, never with it: the index costs five times what the save does.
 */
export function indexPending(database: Database, limit: number): boolean {
  const pending = sql<[number], PendingRow>(database, waitingDrafts).all(limit);
  if (pending.length === 0) return false;
  inTransaction(database, () => {
    for (const draft of pending) indexDraft(database, draft);
  });
  return pending.length === limit;
}

function indexDraft(database: Database, draft: PendingRow): void {
  const { number } = draft;
  const content = newestContent(database, draft);
  noteDraftPictures(database, number, content.document);
  noteEvent(database, 'draft', number, content);
  const key = headlineKey(content.metadata.headline);
  sql<[{ number: number; key: string }]>(
    database,
    'UPDATE drafts SET headline_key = @key WHERE number = @number AND headline_key <> @key',
  ).run({ number, key });
  sql<[number]>(database, 'DELETE FROM draft_search WHERE rowid = ?').run(number);
  indexPassages(database, 'draft_search', number, passagesIn(database, content, draft.author_name));
  sql<[number]>(database, 'DELETE FROM search_pending WHERE number = ?').run(number);
}

/** How many drafts a search does not know in their newest words yet. */
export function countPending(database: Database): number {
  return sql<[], { waiting: number }>(database, 'SELECT count(*) AS waiting FROM search_pending').get()?.waiting ?? 0;
}
