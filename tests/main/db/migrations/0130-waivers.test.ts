import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0130 leaves every row as it was and lets no warning stand', async () => {
  const database = await databaseAt(120);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 130);
  expect(allRows(database)).toEqual({ ...before, waivers: [] });
});

test('0130 keeps one reason for each rule and subject of a draft', async () => {
  const database = await databaseAt(130);
  insertDraftOfVersion10(database);
  const insert = database.prepare(
    "INSERT INTO waivers VALUES (?, 'd1', 'credit-missing', ?, '来稿照片', 'p1', '拟稿员甲', 'writer', 't2')",
  );
  insert.run('w1', 'one');
  insert.run('w2', 'another');
  expect(() => insert.run('w3', 'one')).toThrow('UNIQUE');
});
