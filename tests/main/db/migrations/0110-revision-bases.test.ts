import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0110 leaves every revision whole', async () => {
  const database = await databaseAt(100);
  insertDraftOfVersion10(database);
  const before = allRows(database);
  migrateTo(database, 110);
  const revisions = (before['revisions'] ?? []).map((row) => ({ ...(row as object), base_id: null }));
  expect(allRows(database)).toEqual({ ...before, revisions });
});

test('0110 lets no revision be stored against one that is not there', async () => {
  const database = await databaseAt(110);
  insertDraftOfVersion10(database);
  const insert = database.prepare(
    "INSERT INTO revisions SELECT ?, draft_id, sequence + ?, 'r1', 'timed', headline, characters, content_hash, exact_hash, link, by_id, by_name, by_role, at, content, ? FROM revisions WHERE id = 'r1'",
  );
  insert.run('r2', 1, 'r1');
  expect(() => insert.run('r3', 2, 'r9')).toThrow('FOREIGN KEY');
});
