import type { PackageRecord } from '#shared/model/package-record.ts';
import { sql } from '../statements.ts';
import type { Queries } from './store-queries.ts';

/** A line of `packages`. */
interface PackageRow {
  id: string;
  draft_id: string;
  revision_id: string;
  name: string;
  zip_sha256: string;
  bytes: number;
  path: string;
  created_at: string;
}

function rowToPackage(row: PackageRow): PackageRecord {
  return {
    id: row.id,
    draftId: row.draft_id,
    revisionId: row.revision_id,
    name: row.name,
    zipSha256: row.zip_sha256,
    bytes: row.bytes,
    path: row.path,
    createdAt: row.created_at,
  };
}

export const packageQueries: Queries<'insertPackage' | 'readPackage' | 'listPackages'> = {
  insertPackage(database, { record }) {
    sql<[PackageRecord]>(
      database,
      `INSERT INTO packages (id, draft_id, revision_id, name, zip_sha256, bytes, path, created_at)
       VALUES (@id, @draftId, @revisionId, @name, @zipSha256, @bytes, @path, @createdAt)`,
    ).run(record);
  },

  readPackage(database, { packageId }) {
    const row = sql<[string], PackageRow>(database, 'SELECT * FROM packages WHERE id = ?').get(packageId);
    return row ? rowToPackage(row) : null;
  },

  listPackages(database, { draftId }) {
    return sql<[string], PackageRow>(database, 'SELECT * FROM packages WHERE draft_id = ? ORDER BY number DESC')
      .all(draftId)
      .map(rowToPackage);
  },
};
