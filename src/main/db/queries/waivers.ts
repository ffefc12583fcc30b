import type { Waiver } from '#shared/model/waiver.ts';
import { inTransaction, sql } from '../statements.ts';
import { requireDraftRow } from './draft-rows.ts';
import { columnsOfSignatory, signatoryOfRow, type SignatoryColumns } from './signatory-columns.ts';
import type { Queries } from './store-queries.ts';

/** A line of `waivers`. */
interface WaiverRow extends SignatoryColumns {
  id: string;
  draft_id: string;
  rule: string;
  subject: string;
  reason: string;
  at: string;
}

function rowToWaiver(row: WaiverRow): Waiver {
  const { id, draft_id: draftId, rule, subject, reason, at } = row;
  return { id, draftId, rule, subject, reason, by: signatoryOfRow(row), at };
}

export const waiverQueries: Queries<'listWaivers' | 'saveWaiver' | 'removeWaiver'> = {
  listWaivers(database, { draftId }) {
    return sql<[string], WaiverRow>(database, 'SELECT * FROM waivers WHERE draft_id = ? ORDER BY at, id')
      .all(draftId)
      .map(rowToWaiver);
  },

  saveWaiver(database, { waiver: { draftId, by, ...waiver } }) {
    requireDraftRow(database, draftId);
    const known = sql<[string]>(database, 'SELECT 1 FROM taken_back_waivers WHERE id = ?').get(waiver.id);
    if (known !== undefined) return;
    sql<[WaiverRow]>(
      database,
      `INSERT INTO waivers (id, draft_id, rule, subject, reason, by_id, by_name, by_role, at)
       VALUES (@id, @draft_id, @rule, @subject, @reason, @by_id, @by_name, @by_role, @at)
       ON CONFLICT (draft_id, rule, subject) DO UPDATE SET id = excluded.id, reason = excluded.reason,
         by_id = excluded.by_id, by_name = excluded.by_name, by_role = excluded.by_role, at = excluded.at
       WHERE excluded.at >= at`,
    ).run({ ...waiver, draft_id: draftId, ...columnsOfSignatory(by) });
  },

  removeWaiver(database, { waiverId }) {
    inTransaction(database, () => {
      sql<[string]>(database, 'DELETE FROM waivers WHERE id = ?').run(waiverId);
      sql<[string]>(database, 'INSERT OR IGNORE INTO taken_back_waivers (id) VALUES (?)').run(waiverId);
    });
  },
};
