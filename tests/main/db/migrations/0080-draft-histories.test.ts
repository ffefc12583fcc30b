import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0080 leaves every row as it was and gives no draft a history', async () => {
  const database = await databaseAt(70);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 80);
  expect(allRows(database)).toEqual({ ...before, draft_histories: [] });
});

test('0080 keeps one history for a draft that there is', async () => {
  const database = await databaseAt(80);
  insertDraftOfVersion10(database);
  const insert = database.prepare("INSERT INTO draft_histories VALUES (?, 'e1', x'00', x'00')");
  insert.run('d1');
  expect(() => insert.run('d1')).toThrow('UNIQUE');
  expect(() => insert.run('d2')).toThrow('FOREIGN KEY');
});
