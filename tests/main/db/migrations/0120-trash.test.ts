import { expect, test } from 'vitest';
import { allRows, databaseAt, insertDraftOfVersion10, migrateTo } from '#tests/helpers/migrate-to.ts';

test('0120 remembers from the audit log who moved a draft to the trash', async () => {
  const database = await databaseAt(110);
  insertDraftOfVersion10(database);
  database.exec(`
    UPDATE drafts SET trashed_at = 't3';
    INSERT INTO persons (id, name, role, created_at) VALUES ('p1', '拟稿员甲', 'writer', 't0');
    INSERT INTO persons (id, name, role, created_at) VALUES ('p2', '编辑乙', 'editor', 't0');
    INSERT INTO audit_log VALUES
      (1, 't2', 'p1', 'draft.trashed', '{"draftId":"d1"}', NULL, 'a1'),
      (2, 't3', 'p2', 'draft.trashed', '{"draftId":"d1"}', 'a1', 'a2'),
      (3, 't4', 'p1', 'draft.trashed', '{"draftId":"d2"}', 'a2', 'a3');
  `);
  const before = allRows(database);
  migrateTo(database, 120);
  const drafts = (before['drafts'] ?? []).map((row) => ({
    ...(row as object),
    trashed_by_id: 'p2',
    trashed_by_name: '编辑乙',
  }));
  expect(allRows(database)).toEqual({ ...before, drafts, purging: [], purged_drafts: [] });
});

test('0120 opens the triggers for nothing but the draft that is being purged', async () => {
  const database = await databaseAt(120);
  insertDraftOfVersion10(database);
  for (const table of ['revisions', 'drafts']) {
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow('are kept');
  }
  database.exec("INSERT INTO purging VALUES ('d2')");
  expect(() => database.exec('DELETE FROM revisions')).toThrow('revisions are kept');
  database.exec("INSERT INTO purging VALUES ('d1'); DELETE FROM journal; DELETE FROM draft_pictures;");
  database.exec('BEGIN; DELETE FROM search_pending; DELETE FROM drafts; DELETE FROM revisions; COMMIT;');
  expect(database.prepare('SELECT sum(drafts) FROM draft_counts').pluck().get()).toBe(0);
});
