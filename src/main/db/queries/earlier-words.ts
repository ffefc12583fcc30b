import type { Database } from 'better-sqlite3';
import type { Passage } from '#shared/search/passages.ts';
import { sha256 } from '../content-codec.ts';
import { inTransaction, sql } from '../statements.ts';
import { indexPassages, passagesIn } from './indexed-passages.ts';
import { readRevisionContent, revisionColumns, type RevisionRow } from './revision-rows.ts';

interface PendingRow {
  draft_id: string;
  sequence: number;
}

/**
 * Indexes what up to `limit` revisions took away from the ones before them; answers whether more are waiting. So the index
 * holds each passage that the newest words have no longer once, with the last revision that had it.
 */
export function indexEarlierWords(database: Database, limit: number): boolean {
  const pending = sql<[number], PendingRow>(database, 'SELECT draft_id, sequence FROM earlier_pending LIMIT ?').all(
    limit,
  );
  if (pending.length === 0) return false;
  inTransaction(database, () => {
    for (const { draft_id, sequence } of pending) {
      indexTakenAway(database, draft_id, sequence);
      sql<[string, number]>(database, 'DELETE FROM earlier_pending WHERE draft_id = ? AND sequence = ?').run(
        draft_id,
        sequence,
      );
    }
  });
  return pending.length === limit;
}

function indexTakenAway(database: Database, draftId: string, sequence: number): void {
  const [before, after] = sql<[string, number, number], RevisionRow>(
    database,
    `SELECT ${revisionColumns} FROM revisions WHERE draft_id = ? AND sequence IN (?, ?) ORDER BY sequence`,
  ).all(draftId, sequence - 1, sequence);
  const draft = sql<[string], { number: number; author_name: string }>(
    database,
    'SELECT number, author_name FROM drafts WHERE id = ?',
  ).get(draftId);
  if (!before || !after || !draft) return;
  const passages = (row: RevisionRow) => passagesIn(database, readRevisionContent(database, row), draft.author_name);
  const kept = new Set(passages(after).map(keyOf));
  for (const passage of passages(before)) {
    const hash = keyOf(passage);
    if (kept.has(hash)) continue;
    const { number } = sql<[number, string, string], { number: number }>(
      database,
      `INSERT INTO earlier_passages (draft, revision_id, hash) VALUES (?, ?, ?)
       ON CONFLICT (draft, hash) DO UPDATE SET revision_id = excluded.revision_id RETURNING number`,
    ).get(draft.number, before.id, hash) ?? { number: 0 };
    sql<[number]>(database, 'DELETE FROM earlier_search WHERE rowid = ?').run(number);
    indexPassages(database, 'earlier_search', number, [passage]);
  }
}

function keyOf({ field, text }: Passage): string {
  return sha256(`${field}\n${text}`);
}
