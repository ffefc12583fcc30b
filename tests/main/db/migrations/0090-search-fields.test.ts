import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0090 leaves every row as it was and puts drafts and versions that are there down for indexing', async () => {
  const database = await databaseAt(80);
  insertDraftOfVersion10(database);
  database.exec(`
    INSERT INTO revisions VALUES
      ('r2', 'd1', 2, 'r1', 'manual', '标题', 2, 'h1', 'e1', 'l1', 'p1', '拟稿员甲', 'writer', 't1', x'00');
    DELETE FROM search_pending;
  `);
  const { drafts, ...before } = allRows(database);
  migrateTo(database, 90);
  const after = allRows(database);
  expect(after).toMatchObject({
    ...before,
    search_pending: [{ number: 1 }],
    earlier_pending: [{ draft_id: 'd1', sequence: 2 }],
  });
  expect(after['drafts']).toEqual(drafts?.map((draft) => Object.assign({}, draft, { headline_key: '' })));
});

test('0090 puts each version after the first down when it is kept', async () => {
  const database = await databaseAt(90);
  insertDraftOfVersion10(database);
  const pending = () => database.prepare('SELECT sequence FROM earlier_pending').pluck().all();
  expect(pending()).toEqual([]);
  database.exec(`INSERT INTO revisions SELECT 'r2', draft_id, 2, id, kind, headline, characters, content_hash, exact_hash,
    link, by_id, by_name, by_role, at, content FROM revisions`);
  expect(pending()).toEqual([2]);
});
