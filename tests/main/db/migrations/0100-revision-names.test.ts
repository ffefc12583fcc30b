import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0100 leaves every row as it was and gives no revision a name', async () => {
  const database = await databaseAt(90);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 100);
  expect(allRows(database)).toEqual({ ...before, revision_names: [] });
});

test('0100 keeps one name for a revision that there is', async () => {
  const database = await databaseAt(100);
  insertDraftOfVersion10(database);
  const insert = database.prepare(
    "INSERT INTO revision_names VALUES (?, 'd1', '定稿', 'p1', '拟稿员甲', 'writer', 't2')",
  );
  insert.run('r1');
  expect(() => insert.run('r1')).toThrow('UNIQUE');
  expect(() => insert.run('r2')).toThrow('FOREIGN KEY');
});
