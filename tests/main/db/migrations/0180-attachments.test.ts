import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0180 leaves every row as it was and knows no attachment', async () => {
  const database = await databaseAt(170);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 180);
  expect(allRows(database)).toEqual({ ...before, attachments: [] });
});
