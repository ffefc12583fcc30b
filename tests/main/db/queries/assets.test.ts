import { expect, test } from 'vitest';
import { queries } from '#main/db/queries/registry.ts';
import type { Asset } from '#shared/model/asset.ts';
import { sha256 } from '#tests/builders/review-record.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

const picture: Asset = {
  sha256: sha256('original'),
  name: '工地.jpg',
  type: 'image/jpeg',
  bytes: 3_000_000,
  width: 4000,
  height: 3000,
  takenAt: '2026-11-20T02:00:00.000Z',
  hadLocation: true,
  hasOriginal: true,
  display: { sha256: sha256('display'), width: 1600, height: 1200, bytes: 250_000 },
  thumbnail: { sha256: sha256('thumbnail'), width: 480, height: 360, bytes: 20_000 },
};

test('pictures come back in the order asked for, unknown ones left out', async () => {
  const database = await openTestDatabase();
  const other: Asset = { ...picture, sha256: sha256('other'), takenAt: null, hadLocation: false };
  for (const asset of [picture, other]) queries.saveAsset(database, { asset });
  const sha256s = [other.sha256, sha256('unknown'), picture.sha256];
  expect(queries.findAssets(database, { sha256s })).toEqual([other, picture]);
});

test('one that came without its original gains it, and never loses it', async () => {
  const database = await openTestDatabase();
  const find = () => queries.findAssets(database, { sha256s: [picture.sha256] })[0];
  const fromFile: Asset = { ...picture, name: '审稿包.jpg', hasOriginal: false };
  queries.saveAsset(database, { asset: fromFile });
  expect(find()).toEqual(fromFile);
  queries.saveAsset(database, { asset: picture });
  expect(find()).toEqual(picture);
  queries.saveAsset(database, { asset: fromFile });
  expect(find()).toEqual(picture);
});
