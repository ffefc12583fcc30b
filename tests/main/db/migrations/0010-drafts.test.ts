import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0010 makes the tables of drafts from nothing', async () => {
  const database = await databaseAt(0);
  expect(allRows(database)).toEqual({});
  migrateTo(database, 10);
  expect(allRows(database)).toEqual({ drafts: [], revisions: [], journal: [], draft_counts: [] });
});

test('0010 counts drafts by state, author and trash, and follows them', async () => {
  const database = await databaseAt(10);
  insertDraftOfVersion10(database);
  const counts = () => database.prepare('SELECT * FROM draft_counts WHERE drafts > 0').all();
  expect(counts()).toEqual([{ trashed: 0, state: 'drafting', author_id: 'p1', drafts: 1 }]);
  database.exec("UPDATE drafts SET state = 'signed-off'");
  expect(counts()).toEqual([{ trashed: 0, state: 'signed-off', author_id: 'p1', drafts: 1 }]);
  database.exec("UPDATE drafts SET trashed_at = 't2', headline = '新'");
  expect(counts()).toEqual([{ trashed: 1, state: 'signed-off', author_id: 'p1', drafts: 1 }]);
});

test('0010 refuses a draft without its revision, and an unknown state', async () => {
  const database = await databaseAt(10);
  const insert = (state: string) =>
    database.exec(`INSERT INTO drafts (id, author_id, author_name, author_role, state, head_id, headline, column_id,
      characters, figures, to_confirm, content_hash, revision, journal_sequence, created_at, updated_at)
      VALUES ('d1', 'p1', '甲', 'writer', '${state}', 'none', '', '', 0, 0, 0, 'h', 1, 0, 't', 't')`);
  expect(() => insert('drafting')).toThrow('FOREIGN KEY');
  expect(() => insert('lost')).toThrow('CHECK');
});
