import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0140 leaves every row as it was and has all drafts and packages gone through for their events', async () => {
  const database = await databaseAt(130);
  insertDraftOfVersion10(database);
  database.exec(`
    INSERT INTO packages VALUES (7, 'k1', 'd1', 'r1', 'TSZJ-20261128-0001-r1', 'z1', 1, '/k1.zip', 't2');
    DELETE FROM search_pending;
    DELETE FROM package_pictures_pending;
  `);
  const before = allRows(database);
  migrateTo(database, 140);
  expect(allRows(database)).toEqual({
    ...before,
    draft_events: [],
    package_events: [],
    search_pending: [{ number: 1 }],
    package_pictures_pending: [{ package: 7 }],
  });
});
