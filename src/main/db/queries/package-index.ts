import type { Database } from 'better-sqlite3';
import { inTransaction, sql } from '../statements.ts';
import { noteEvent } from './event-prints.ts';
import { notePackagePictures } from './picture-places.ts';
import { readRevisionContent, requireRevisionRow } from './revision-rows.ts';

/** From the few that wait to their packages, never the other way round. */
export const waitingPackages = `SELECT number, revision_id
  FROM package_pictures_pending CROSS JOIN packages ON number = package ORDER BY number DESC LIMIT ?`;

/**
 * Notes what up to `limit` packages show and tell that were not read yet, the youngest first; answers whether more are
 * waiting. The words of a package never change: each is read once.
 */
export function indexPackages(database: Database, limit: number): boolean {
  const pending = sql<[number], { number: number; revision_id: string }>(database, waitingPackages).all(limit);
  if (pending.length === 0) return false;
  inTransaction(database, () => {
    for (const { number, revision_id } of pending) {
      const content = readRevisionContent(database, requireRevisionRow(database, revision_id));
      notePackagePictures(database, number, content.document);
      noteEvent(database, 'package', number, content);
      sql<[number]>(database, 'DELETE FROM package_pictures_pending WHERE package = ?').run(number);
    }
  });
  return pending.length === limit;
}
