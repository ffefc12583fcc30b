import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0160 keeps every row, and a first revision comes in without a look through all drafts', async () => {
  const database = await databaseAt(150);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 160);
  expect(allRows(database)).toEqual(before);
  const plan = database.prepare('EXPLAIN QUERY PLAN SELECT 1 FROM drafts WHERE head_id = ?').all('r1');
  expect(plan).toMatchObject([{ detail: expect.stringContaining('drafts_by_head') as string }]);
});
