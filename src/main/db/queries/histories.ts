import type { Database } from 'better-sqlite3';
import { bridgeHistory } from '#shared/model/edit-steps.ts';
import { editHistorySchema, emptyHistory, type EditHistory } from '#shared/model/edit-history.ts';
import { decodeContent, encodeContent, pack, unpack } from '../content-codec.ts';
import { inTransaction, sql } from '../statements.ts';
import { requireDraftRow, type DraftRow } from './draft-rows.ts';
import { newestContent } from './newest-words.ts';
import type { Queries } from './store-queries.ts';

interface HistoryRow {
  readonly exact_hash: string;
  readonly content: Uint8Array;
  readonly steps: Uint8Array;
}

export const historyQueries: Queries<'keepHistory' | 'readHistory'> = {
  keepHistory(database, { draftId, exactHash, history }) {
    const steps = pack(JSON.stringify(history));
    return inTransaction(database, () => {
      const row = requireDraftRow(database, draftId);
      if (newestHash(database, row) !== exactHash) return { kept: false };
      sql<[string, string, Uint8Array, Uint8Array]>(
        database,
        `INSERT INTO draft_histories (draft_id, exact_hash, content, steps) VALUES (?, ?, ?, ?)
         ON CONFLICT (draft_id) DO UPDATE SET exact_hash = excluded.exact_hash, content = excluded.content, steps = excluded.steps`,
      ).run(draftId, exactHash, pack(encodeContent(newestContent(database, row))), steps);
      return { kept: true };
    });
  },

  readHistory(database, { draftId }) {
    const kept = sql<[string], HistoryRow>(
      database,
      'SELECT exact_hash, content, steps FROM draft_histories WHERE draft_id = ?',
    ).get(draftId);
    if (!kept) return emptyHistory;
    const row = requireDraftRow(database, draftId);
    const history = stepsOf(kept);
    if (newestHash(database, row) === kept.exact_hash) return history;
    return bridgeHistory(history, decodeContent(unpack(kept.content), kept.exact_hash), newestContent(database, row));
  },
};

/** The hash of the newest words, comment marks included, without reading them. */
function newestHash(database: Database, row: DraftRow): string | undefined {
  return sql<[string, string], { exact_hash: string }>(
    database,
    `SELECT exact_hash FROM (
       SELECT exact_hash, sequence FROM journal WHERE draft_id = ?
       UNION ALL SELECT exact_hash, 0 FROM revisions WHERE id = ?
     ) ORDER BY sequence DESC LIMIT 1`,
  ).get(row.id, row.head_id)?.exact_hash;
}

/** Steps of another format cannot be taken any more; nothing else hangs on them. */
function stepsOf(row: HistoryRow): EditHistory {
  const parsed = editHistorySchema.safeParse(JSON.parse(unpack(row.steps)));
  return parsed.success ? parsed.data : emptyHistory;
}
