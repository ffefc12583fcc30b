import type { Database } from 'better-sqlite3';
import { alikeBits, differentBits, nearBands, type PerceptualHash } from '#shared/model/perceptual-hash.ts';
import type { PictureUse } from '#shared/model/picture-uses.ts';
import { sql } from '../statements.ts';
import { rowToAsset, type AssetRow } from './assets.ts';
import { indexPackages } from './package-index.ts';
import { indexPending } from './search-index.ts';
import type { Queries } from './store-queries.ts';

/** Changed drafts and packages that a question about pictures waits for; more wait only after a migration. */
const indexedBefore = 64;
/** Other drafts that are told for one picture. */
const mostUses = 20;

interface HashRow {
  sha256: string;
  band1: number;
  band2: number;
  band3: number;
  band4: number;
}

export const pictureQueries: Queries<'savePictureHash' | 'listUnhashedAssets' | 'findPictureUses'> = {
  savePictureHash(database, { sha256, hash }) {
    sql<[string, ...(number | null)[]]>(database, 'INSERT OR REPLACE INTO picture_hashes VALUES (?, ?, ?, ?, ?)').run(
      sha256,
      ...(hash ?? [null, null, null, null]),
    );
  },

  listUnhashedAssets(database, { sha256s, limit }) {
    const unseen = 'SELECT * FROM assets WHERE sha256 NOT IN (SELECT sha256 FROM picture_hashes)';
    const rows = sha256s
      ? sql<[string, number], AssetRow>(
          database,
          `${unseen} AND sha256 IN (SELECT value FROM json_each(?)) LIMIT ?`,
        ).all(JSON.stringify(sha256s), limit)
      : sql<[number], AssetRow>(database, `${unseen} LIMIT ?`).all(limit);
    return rows.map(rowToAsset);
  },

  findPictureUses(database, { sha256s, draftId }) {
    indexPending(database, indexedBefore);
    indexPackages(database, indexedBefore);
    return sha256s.map((asset) => {
      const root = rootOf(database, asset);
      const family = new Set([asset, ...familyOf(database, root)]);
      const others = [...new Set([asset, root].flatMap((sha256) => lookAlikes(database, sha256)))];
      const related = [...new Set([...family, ...others])];
      const uses = newestOfEachDraft(
        related.flatMap((sha256) => usesOf(database, sha256, draftId, family.has(sha256))),
      );
      return { asset, uses, alike: sha256s.filter((other) => other !== asset && related.includes(other)) };
    });
  },
};

/** The picture that this one was made of in the end; itself for one that came in. */
function rootOf(database: Database, asset: string): string {
  const seen = new Set<string>();
  let root = asset;
  while (!seen.has(root)) {
    seen.add(root);
    const from = sql<[string], { derived_from: string | null }>(
      database,
      'SELECT derived_from FROM assets WHERE sha256 = ?',
    ).get(root)?.derived_from;
    if (from !== null && from !== undefined) root = from;
  }
  return root;
}

function familyOf(database: Database, root: string): readonly string[] {
  return sql<[string], { sha256: string }>(
    database,
    `WITH RECURSIVE family (sha256) AS (
       SELECT ? UNION SELECT assets.sha256 FROM assets JOIN family ON derived_from = family.sha256
     ) SELECT sha256 FROM family`,
  )
    .all(root)
    .map((row) => row.sha256);
}

/** Pictures whose look differs in at most `alikeBits`; `nearBands` says which of them may be missed. */
function lookAlikes(database: Database, sha256: string): readonly string[] {
  const own = sql<[string], HashRow>(
    database,
    'SELECT * FROM picture_hashes WHERE sha256 = ? AND band1 IS NOT NULL',
  ).get(sha256);
  if (!own) return [];
  const hash = hashOf(own);
  const near = hash.map((band) => JSON.stringify(nearBands(band)));
  const candidates = sql<string[], HashRow>(
    database,
    [1, 2, 3, 4]
      .map((band) => `SELECT * FROM picture_hashes WHERE band${band} IN (SELECT value FROM json_each(?))`)
      .join(' UNION '),
  ).all(...near);
  return candidates
    .filter((row) => row.sha256 !== sha256 && differentBits(hash, hashOf(row)) <= alikeBits)
    .map((row) => row.sha256);
}

function hashOf({ band1, band2, band3, band4 }: HashRow): PerceptualHash {
  return [band1, band2, band3, band4];
}

function usesOf(database: Database, asset: string, exceptDraft: string, same: boolean): PictureUse[] {
  const inDrafts = sql<[string, string], Omit<PictureUse, 'same'>>(
    database,
    `SELECT id AS draftId, headline, 'draft' AS "as", updated_at AS at FROM draft_pictures
     JOIN drafts ON number = draft WHERE asset = ? AND id <> ? AND trashed_at IS NULL`,
  ).all(asset, exceptDraft);
  const inPackages = sql<[string, string], Omit<PictureUse, 'same'>>(
    database,
    `SELECT packages.draft_id AS draftId, revisions.headline AS headline,
       iif(published_at IS NULL, 'package', 'published') AS "as", ifnull(published_at, packages.created_at) AS at
     FROM package_pictures JOIN packages ON packages.number = package
     JOIN revisions ON revisions.id = packages.revision_id
     LEFT JOIN uploads ON uploads.package_id = packages.id LEFT JOIN receipts ON upload_id = uploads.id
     WHERE asset = ? AND packages.draft_id <> ?`,
  ).all(asset, exceptDraft);
  return [...inDrafts, ...inPackages].map((use) => ({ ...use, same }));
}

const weights = { published: 2, package: 1, draft: 0 } as const;

function weightOf(use: PictureUse): number {
  return (use.same ? 3 : 0) + weights[use.as];
}

/** Of each draft the use that weighs most: the same picture before one that looks alike, published before written. */
function newestOfEachDraft(uses: readonly PictureUse[]): PictureUse[] {
  const best = new Map<string, PictureUse>();
  for (const use of uses) {
    const known = best.get(use.draftId);
    const gain = known ? weightOf(use) - weightOf(known) : 1;
    if (known === undefined || gain > 0 || (gain === 0 && use.at > known.at)) best.set(use.draftId, use);
  }
  return [...best.values()].toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, mostUses);
}
