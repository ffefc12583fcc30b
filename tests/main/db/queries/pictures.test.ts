import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { queries } from '#main/db/queries/registry.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { PerceptualHash } from '#shared/model/perceptual-hash.ts';
import { contentOf } from '#tests/builders/content.ts';
import { createdAt, freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { sha256 } from '#tests/builders/review-record.ts';
import { writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';
import { seededRandom } from '#tools/bench/seeded-random.ts';

let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
});

function keep(name: string, hash: PerceptualHash | null = null, more: Partial<Asset> = {}): string {
  const rendition = { sha256: sha256(`${name} small`), width: 1, height: 1, bytes: 1 };
  const asset: Asset = {
    sha256: sha256(name),
    name,
    type: 'image/jpeg',
    bytes: 1,
    width: 1,
    height: 1,
    takenAt: null,
    hadLocation: false,
    hasOriginal: true,
    display: rendition,
    thumbnail: rendition,
    ...more,
  };
  queries.saveAsset(database, { asset });
  queries.savePictureHash(database, { sha256: asset.sha256, hash });
  return asset.sha256;
}

function figure(asset: string, beside: readonly string[] = []): BlockNode {
  const others = beside.map((other) => ({ asset: other, alt: '' }));
  return {
    type: 'figure',
    asset,
    alt: '',
    credit: '',
    children: [],
    ...(others.length > 0 ? { beside: others } : {}),
  };
}

function draftWith(headline: string, blocks: readonly BlockNode[]) {
  return insertDraft(database, { content: contentOf(headline, blocks) });
}

const usesOf = (asset: string, draftId: string) =>
  queries.findPictureUses(database, { sha256s: [asset], draftId })[0]?.uses ?? [];

describe('where else a picture stands', () => {
  test('is told of every other draft that shows it, groups included, and never of its own', () => {
    const [one, two] = [keep('one'), keep('two')];
    const own = draftWith('本稿', [figure(one)]);
    const other = draftWith('另一稿', [figure(two, [one])]);
    expect(usesOf(one, own.summary.id)).toEqual([
      { draftId: other.summary.id, headline: '另一稿', as: 'draft', at: createdAt, same: true },
    ]);
    expect(usesOf(two, other.summary.id)).toEqual([]);
  });

  test('follows the newest words: what was taken out is no use any more', () => {
    const one = keep('one');
    const own = draftWith('本稿', [figure(one)]);
    const other = draftWith('另一稿', [figure(one)]);
    expect(usesOf(one, own.summary.id)).toHaveLength(1);
    queries.appendJournal(database, {
      draftId: other.summary.id,
      baseRevisionId: other.head.id,
      sequence: 1,
      content: contentOf('另一稿', ['没有图片']),
      by: writer,
      at: createdAt,
    });
    expect(usesOf(one, own.summary.id)).toEqual([]);
  });

  test('leaves the trash out, but not what was packed', () => {
    const one = keep('one');
    const own = draftWith('本稿', [figure(one)]);
    const other = draftWith('已打包的稿', [figure(one)]);
    queries.setTrashed(database, { draftId: other.summary.id, trashedAt: createdAt, at: createdAt });
    expect(usesOf(one, own.summary.id)).toEqual([]);
    const packedAt = '2026-12-01T00:00:00.000Z';
    queries.insertPackage(database, {
      record: {
        id: freshId(),
        draftId: other.summary.id,
        revisionId: other.head.id,
        name: 'TSZJ-20261201-0001-r1',
        zipSha256: sha256('zip'),
        bytes: 1,
        path: 'x.zip',
        createdAt: packedAt,
      },
    });
    expect(usesOf(one, own.summary.id)).toEqual([
      { draftId: other.summary.id, headline: '已打包的稿', as: 'package', at: packedAt, same: true },
    ]);
  });

  test('counts a picture cut from the same original as the same', () => {
    const original = keep('original');
    const cut = keep('cut', null, { derivedFrom: { asset: original, edit: { rotate: 90 } } });
    const cutAgain = keep('cut again', null, { derivedFrom: { asset: cut, edit: { rotate: 180 } } });
    const own = draftWith('本稿', [figure(cutAgain)]);
    const other = draftWith('用原图', [figure(original)]);
    expect(usesOf(cutAgain, own.summary.id)).toMatchObject([{ draftId: other.summary.id, same: true }]);
    expect(usesOf(original, other.summary.id)).toMatchObject([{ draftId: own.summary.id, same: true }]);
  });

  test('tells of one that looks alike, as such', () => {
    const one = keep('one', [1, 2, 3, 4]);
    const near = keep('near', [1 ^ 0b1111, 2, 3 ^ 1, 4]);
    const far = keep('far', [1, 0xffff, 3, 4]);
    const own = draftWith('本稿', [figure(one)]);
    const other = draftWith('相近', [figure(near), figure(far)]);
    expect(usesOf(one, own.summary.id)).toMatchObject([{ draftId: other.summary.id, same: false }]);
    const [first] = queries.findPictureUses(database, { sha256s: [one, near, far], draftId: own.summary.id });
    expect(first?.alike).toEqual([near]);
  });

  test('says nothing by looks of pictures that show nothing', () => {
    const [one, two] = [keep('even'), keep('even too')];
    expect(queries.findPictureUses(database, { sha256s: [one, two], draftId: freshId() })).toEqual([
      { asset: one, uses: [], alike: [] },
      { asset: two, uses: [], alike: [] },
    ]);
  });
});

test('older pictures wait to be looked at until somebody did, also when there was nothing to see', () => {
  const [one, two] = [keep('one'), keep('two')];
  database.exec('DELETE FROM picture_hashes');
  const waiting = (sha256s: readonly string[] | null) =>
    queries.listUnhashedAssets(database, { sha256s, limit: 9 }).map((asset) => asset.sha256);
  expect([...waiting(null)].toSorted()).toEqual([one, two].toSorted());
  expect(waiting([two])).toEqual([two]);
  queries.savePictureHash(database, { sha256: two, hash: null });
  expect(waiting(null)).toEqual([one]);
});

test('an edit is found again by what it was made of', () => {
  const original = keep('original');
  const edit = { rotate: 90, crop: { left: 0, top: 0, width: 5000, height: 5000 } } as const;
  keep('cut', null, { derivedFrom: { asset: original, edit } });
  const found = queries.findDerivedAsset(database, { asset: original, edit });
  expect(found).toMatchObject({ sha256: sha256('cut'), derivedFrom: { asset: original, edit } });
  expect(queries.findDerivedAsset(database, { asset: original, edit: { rotate: 90 } })).toBeNull();
});

test('among 50,000 pictures every one that differs in 7 bits or fewer is found, through the indexes', () => {
  const random = seededRandom(50_000);
  const hash = [0x1234, 0x5678, 0x9abc, 0xdef0] as const;
  const original = keep('original', [...hash]);
  const row = database.prepare(`INSERT INTO picture_hashes VALUES (?, ?, ?, ?, ?)`);
  const asset = database.prepare(
    `INSERT INTO assets SELECT ?, name, type, bytes, width, height, taken_at, had_location, has_original, display_sha256,
       display_width, display_height, display_bytes, thumbnail_sha256, thumbnail_width, thumbnail_height, thumbnail_bytes,
       derived_from, edit FROM assets LIMIT 1`,
  );
  const band = () => Math.floor(random() * 65_536);
  database.transaction(() => {
    for (let count = 0; count < 50_000; count += 1) {
      asset.run(sha256(`other ${count}`));
      row.run(sha256(`other ${count}`), band(), band(), band(), band());
    }
  })();
  const near = Array.from({ length: 40 }, (_unused, index) => {
    const bits = new Set<number>();
    while (bits.size < 7) bits.add(Math.floor(random() * 64));
    const changed = hash.map((value, at) =>
      [...bits].reduce((v, bit) => (bit >> 4 === at ? v ^ (1 << (bit & 15)) : v), value),
    );
    return keep(`near ${index}`, changed as unknown as PerceptualHash);
  });
  const [found] = queries.findPictureUses(database, { sha256s: [original, ...near], draftId: freshId() });
  expect(new Set(found?.alike)).toEqual(new Set(near));
  const plan = database
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT * FROM picture_hashes WHERE band3 IN (SELECT value FROM json_each('[1,2]'))`,
    )
    .all();
  expect(plan.map((step) => step.detail).join()).toContain('USING INDEX picture_hashes_by_band3');
});
