import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0170 keeps every row and marks no picture: nobody has looked yet', async () => {
  const database = await databaseAt(160);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 170);
  expect(allRows(database)).toEqual({ ...before, days_of_use: [], unused_pictures: [], removed_files: [] });
});
