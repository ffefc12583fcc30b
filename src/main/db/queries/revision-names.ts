import { AppError } from '#shared/errors.ts';
import type { RevisionName } from '#shared/model/revision-name.ts';
import { sql } from '../statements.ts';
import { findRevisionRow } from './revision-rows.ts';
import { columnsOfSignatory, signatoryOfRow, type SignatoryColumns } from './signatory-columns.ts';
import type { Queries } from './store-queries.ts';

/** A line of `revision_names`. */
interface RevisionNameRow extends SignatoryColumns {
  revision_id: string;
  draft_id: string;
  name: string;
  at: string;
}

function rowToName(row: RevisionNameRow): RevisionName {
  return { revisionId: row.revision_id, draftId: row.draft_id, name: row.name, by: signatoryOfRow(row), at: row.at };
}

export const revisionNameQueries: Queries<'listRevisionNames' | 'saveRevisionName' | 'removeRevisionName'> = {
  listRevisionNames(database, { draftId }) {
    return sql<[string], RevisionNameRow>(database, 'SELECT * FROM revision_names WHERE draft_id = ?')
      .all(draftId)
      .map(rowToName);
  },

  saveRevisionName(database, { name: { revisionId, draftId, name, by, at } }) {
    if (findRevisionRow(database, revisionId)?.draft_id !== draftId) throw new AppError('not-found');
    sql<[RevisionNameRow]>(
      database,
      `INSERT INTO revision_names (revision_id, draft_id, name, by_id, by_name, by_role, at)
       VALUES (@revision_id, @draft_id, @name, @by_id, @by_name, @by_role, @at)
       ON CONFLICT (revision_id) DO UPDATE SET name = excluded.name, by_id = excluded.by_id, by_name = excluded.by_name,
         by_role = excluded.by_role, at = excluded.at`,
    ).run({ revision_id: revisionId, draft_id: draftId, name, ...columnsOfSignatory(by), at });
  },

  removeRevisionName(database, { revisionId }) {
    sql<[string]>(database, 'DELETE FROM revision_names WHERE revision_id = ?').run(revisionId);
  },
};
