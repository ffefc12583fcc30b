import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0190 leaves every row as it was and knows of no reason that was taken back', async () => {
  const database = await databaseAt(180);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 190);
  expect(allRows(database)).toEqual({ ...before, taken_back_waivers: [] });
});
