import type { Database } from 'better-sqlite3';
import type { Document } from '#shared/document/schema.ts';
import { assetsOf } from '#shared/document/walk.ts';
import { inTransaction, sql } from '../statements.ts';
import { readRevisionContent, requireRevisionRow } from './revision-rows.ts';

/** Notes which pictures a draft's newest words show; runs inside the transaction that indexes them. */
export function noteDraftPictures(database: Database, draft: number, document: Document): void {
  sql<[number]>(database, 'DELETE FROM draft_pictures WHERE draft = ?').run(draft);
  for (const asset of assetsOf(document)) {
    sql<[string, number]>(database, 'INSERT INTO draft_pictures (asset, draft) VALUES (?, ?)').run(asset, draft);
  }
}

/** Notes the pictures of up to `limit` packages that were not read yet; answers whether more are waiting. */
export function notePackagePictures(database: Database, limit: number): boolean {
  const pending = sql<[number], { number: number; revision_id: string }>(
    database,
    `SELECT number, revision_id FROM package_pictures_pending JOIN packages ON number = package
     ORDER BY number DESC LIMIT ?`,
  ).all(limit);
  if (pending.length === 0) return false;
  inTransaction(database, () => {
    for (const { number, revision_id } of pending) {
      const { document } = readRevisionContent(database, requireRevisionRow(database, revision_id));
      for (const asset of assetsOf(document)) {
        sql<[string, number]>(database, 'INSERT OR IGNORE INTO package_pictures (asset, package) VALUES (?, ?)').run(
          asset,
          number,
        );
      }
      sql<[number]>(database, 'DELETE FROM package_pictures_pending WHERE package = ?').run(number);
    }
  });
  return pending.length === limit;
}
