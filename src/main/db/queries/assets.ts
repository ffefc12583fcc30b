import { canonicalJson } from '#shared/document/canonical.ts';
import type { Asset } from '#shared/model/asset.ts';
import { pictureEditSchema } from '#shared/model/picture-edit.ts';
import { sql } from '../statements.ts';
import type { Queries } from './store-queries.ts';

/** A line of `assets`; SQLite keeps yes and no as 1 and 0. */
export interface AssetRow {
  sha256: string;
  name: string;
  type: Asset['type'];
  bytes: number;
  width: number;
  height: number;
  taken_at: string | null;
  had_location: number;
  has_original: number;
  derived_from: string | null;
  /** Canonical JSON. */
  edit: string | null;
  display_sha256: string;
  display_width: number;
  display_height: number;
  display_bytes: number;
  thumbnail_sha256: string;
  thumbnail_width: number;
  thumbnail_height: number;
  thumbnail_bytes: number;
}

export function rowToAsset(row: AssetRow): Asset {
  return {
    sha256: row.sha256,
    name: row.name,
    type: row.type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    takenAt: row.taken_at,
    hadLocation: row.had_location === 1,
    hasOriginal: row.has_original === 1,
    ...(row.derived_from === null || row.edit === null
      ? {}
      : { derivedFrom: { asset: row.derived_from, edit: pictureEditSchema.parse(JSON.parse(row.edit)) } }),
    display: {
      sha256: row.display_sha256,
      width: row.display_width,
      height: row.display_height,
      bytes: row.display_bytes,
    },
    thumbnail: {
      sha256: row.thumbnail_sha256,
      width: row.thumbnail_width,
      height: row.thumbnail_height,
      bytes: row.thumbnail_bytes,
    },
  };
}

function assetToRow(asset: Asset): AssetRow {
  return {
    sha256: asset.sha256,
    name: asset.name,
    type: asset.type,
    bytes: asset.bytes,
    width: asset.width,
    height: asset.height,
    taken_at: asset.takenAt,
    had_location: asset.hadLocation ? 1 : 0,
    has_original: asset.hasOriginal ? 1 : 0,
    derived_from: asset.derivedFrom?.asset ?? null,
    edit: asset.derivedFrom ? canonicalJson(asset.derivedFrom.edit) : null,
    display_sha256: asset.display.sha256,
    display_width: asset.display.width,
    display_height: asset.display.height,
    display_bytes: asset.display.bytes,
    thumbnail_sha256: asset.thumbnail.sha256,
    thumbnail_width: asset.thumbnail.width,
    thumbnail_height: asset.thumbnail.height,
    thumbnail_bytes: asset.thumbnail.bytes,
  };
}

export const assetQueries: Queries<'findAssets' | 'findDerivedAsset' | 'saveAsset'> = {
  /** In the order asked for; unknown ones are left out. */
  findAssets(database, { sha256s }) {
    return sha256s.flatMap((sha256) => {
      const row = sql<[string], AssetRow>(database, 'SELECT * FROM assets WHERE sha256 = ?').get(sha256);
      return row ? [rowToAsset(row)] : [];
    });
  },

  findDerivedAsset(database, { asset, edit }) {
    const row = sql<[string, string], AssetRow>(
      database,
      'SELECT * FROM assets WHERE derived_from = ? AND edit = ?',
    ).get(asset, canonicalJson(edit));
    return row ? rowToAsset(row) : null;
  },

  saveAsset(database, { asset }) {
    sql<[AssetRow]>(
      database,
      `INSERT INTO assets (sha256, name, type, bytes, width, height, taken_at, had_location, has_original,
         derived_from, edit, display_sha256, display_width, display_height, display_bytes,
         thumbnail_sha256, thumbnail_width, thumbnail_height, thumbnail_bytes)
       VALUES (@sha256, @name, @type, @bytes, @width, @height, @taken_at, @had_location, @has_original,
         @derived_from, @edit, @display_sha256, @display_width, @display_height, @display_bytes,
         @thumbnail_sha256, @thumbnail_width, @thumbnail_height, @thumbnail_bytes)
       ON CONFLICT (sha256) DO UPDATE SET name = excluded.name, type = excluded.type, bytes = excluded.bytes,
         width = excluded.width, height = excluded.height, taken_at = excluded.taken_at,
         had_location = excluded.had_location, has_original = excluded.has_original,
         derived_from = excluded.derived_from, edit = excluded.edit,
         display_sha256 = excluded.display_sha256, display_width = excluded.display_width,
         display_height = excluded.display_height, display_bytes = excluded.display_bytes,
         thumbnail_sha256 = excluded.thumbnail_sha256, thumbnail_width = excluded.thumbnail_width,
         thumbnail_height = excluded.thumbnail_height, thumbnail_bytes = excluded.thumbnail_bytes
       WHERE assets.has_original = 0`,
    ).run(assetToRow(asset));
    // Whoever takes a picture in is about to show it.
    sql<[string]>(database, 'DELETE FROM unused_files WHERE sha256 = ?').run(asset.sha256);
  },
};
