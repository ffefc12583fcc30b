import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0020 adds its tables and leaves every row as it was', async () => {
  const database = await databaseAt(10);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 20);
  expect(allRows(database)).toEqual({ ...before, review_records: [], comments: [] });
});

test('0020 wants a step and a decision for a decision, and for nothing else', async () => {
  const database = await databaseAt(20);
  insertDraftOfVersion10(database);
  const insert = (act: string, step: string | null, decision: string | null) =>
    database
      .prepare("INSERT INTO review_records VALUES ('x', 'd1', 1, ?, ?, ?, 'p', '甲', 'w', '', 't', 'h', NULL, 'h')")
      .run(act, step, decision);
  expect(() => insert('decide', 'first', null)).toThrow('CHECK');
  expect(() => insert('submit', 'first', 'pass')).toThrow('CHECK');
  expect(() => insert('approve', null, null)).toThrow('CHECK');
  insert('decide', 'first', 'pass');
});
