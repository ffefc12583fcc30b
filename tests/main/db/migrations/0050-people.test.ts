import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0050 adds its tables and leaves every row as it was', async () => {
  const database = await databaseAt(40);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 50);
  expect(allRows(database)).toEqual({ ...before, persons: [], settings: [], trusted_keys: [], audit_log: [] });
});
