import type { Database } from 'better-sqlite3';
import type { Document } from '#shared/document/schema.ts';
import { assetsOf } from '#shared/document/walk.ts';
import { sql } from '../statements.ts';

/** Notes which pictures a draft's newest words show; runs inside the transaction that indexes them. */
export function noteDraftPictures(database: Database, draft: number, document: Document): void {
  sql<[number]>(database, 'DELETE FROM draft_pictures WHERE draft = ?').run(draft);
  for (const asset of assetsOf(document)) {
    sql<[string, number]>(database, 'INSERT INTO draft_pictures (asset, draft) VALUES (?, ?)').run(asset, draft);
  }
}

/** Notes which pictures a package shows; runs inside the transaction that indexes it. */
export function notePackagePictures(database: Database, number: number, document: Document): void {
  for (const asset of assetsOf(document)) {
    sql<[string, number]>(database, 'INSERT OR IGNORE INTO package_pictures (asset, package) VALUES (?, ?)').run(
      asset,
      number,
    );
  }
}
