import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0070 keeps every row, knows no edits yet, and puts drafts and packages down for a look at their pictures', async () => {
  const database = await databaseAt(60);
  insertDraftOfVersion10(database);
  database.exec(`
    INSERT INTO assets VALUES ('a', 'a.jpg', 'image/jpeg', 1, 1, 1, NULL, 0, 1, 'd', 1, 1, 1, 't', 1, 1, 1);
    INSERT INTO packages VALUES (5, 'k1', 'd1', 'r1', 'TSZJ-1', 'z', 1, 'p', 't1');
    DELETE FROM search_pending;
  `);
  const before = allRows(database);
  migrateTo(database, 70);
  const { assets = [], ...others } = before;
  expect(allRows(database)).toEqual({
    ...others,
    assets: assets.map((row) => ({ ...(row as object), derived_from: null, edit: null })),
    search_pending: [{ number: 1 }],
    package_pictures_pending: [{ package: 5 }],
    picture_hashes: [],
    draft_pictures: [],
    package_pictures: [],
  });
});

test('0070 puts each new package down', async () => {
  const database = await databaseAt(70);
  insertDraftOfVersion10(database);
  database.exec("INSERT INTO packages VALUES (7, 'k1', 'd1', 'r1', 'TSZJ-1', 'z', 1, 'p', 't1')");
  expect(database.prepare('SELECT package FROM package_pictures_pending').pluck().all()).toEqual([7]);
});
