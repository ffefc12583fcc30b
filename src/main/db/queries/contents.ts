import type { StoreCounts } from '#main/services/ports/health-store.ts';
import type { UnkeptDraft } from '#shared/ipc/channels/app.ts';
import { schemaVersion } from '../schema-steps.ts';
import { sql } from '../statements.ts';
import type { Queries } from './store-queries.ts';

const counts = `SELECT (SELECT count(*) FROM drafts) AS drafts, (SELECT count(*) FROM revisions) AS revisions,
  count(*) AS pictures,
  ifnull(sum(CASE has_original WHEN 1 THEN bytes ELSE 0 END + display_bytes + thumbnail_bytes), 0) AS mediaBytes
  FROM assets`;

/** Only the newest entry of each draft's journal counts: it holds all words. */
const unkept = `SELECT drafts.id AS draftId, drafts.headline, drafts.characters, max(journal.at) AS at
  FROM journal JOIN drafts ON drafts.id = journal.draft_id WHERE trashed_at IS NULL
  GROUP BY drafts.id ORDER BY at DESC`;

export const contentsQueries: Queries<'countContents' | 'listUnkept'> = {
  countContents(database) {
    const found = sql<[], Omit<StoreCounts, 'databaseBytes' | 'schema'>>(database, counts).get();
    if (!found) throw new Error('counting answers a row');
    const pages = Number(database.pragma('page_count', { simple: true }));
    const pageSize = Number(database.pragma('page_size', { simple: true }));
    return { ...found, databaseBytes: pages * pageSize, schema: schemaVersion(database) };
  },

  listUnkept: (database) => sql<[], UnkeptDraft>(database, unkept).all(),
};
