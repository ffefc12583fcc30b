import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0040 adds its tables and leaves every row as it was', async () => {
  const database = await databaseAt(30);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 40);
  expect(allRows(database)).toEqual({ ...before, packages: [], uploads: [], receipts: [] });
});
