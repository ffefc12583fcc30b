import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0060 leaves every row as it was and puts the drafts that are there down for indexing', async () => {
  const database = await databaseAt(50);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 60);
  const after = allRows(database);
  expect(after).toMatchObject({ ...before, search_pending: [{ number: 1 }] });
});

test('0060 puts a draft down again when its words change, not when other things do', async () => {
  const database = await databaseAt(60);
  insertDraftOfVersion10(database);
  const pending = () => database.prepare('SELECT number FROM search_pending').pluck().all();
  expect(pending()).toEqual([1]);
  database.exec('DELETE FROM search_pending');
  database.exec("UPDATE drafts SET updated_at = 't2', content_hash = 'h1'");
  expect(pending()).toEqual([]);
  database.exec("UPDATE drafts SET content_hash = 'h2'");
  expect(pending()).toEqual([1]);
});
