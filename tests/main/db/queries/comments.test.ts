import { expect, test } from 'vitest';
import { queries } from '#main/db/queries/registry.ts';
import type { Comment } from '#shared/model/comment.ts';
import { freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

const at = '2026-11-23T08:00:00.000Z';

test('comments come back in order of time, with who settled them', async () => {
  const database = await openTestDatabase();
  const { id: draftId } = insertDraft(database).summary;
  const base = { draftId, quote: '第一段', by: firstReviewer, resolvedAt: null, resolvedBy: null };
  const later: Comment = { ...base, id: freshId(), text: '再核', at: '2026-11-23T08:05:00.000Z' };
  const earlier: Comment = { ...base, id: freshId(), text: '日期对吗？', at };
  for (const comment of [later, earlier]) queries.saveComment(database, { comment });
  const settled: Comment = { ...earlier, resolvedAt: at, resolvedBy: writer };
  queries.saveComment(database, { comment: settled });
  expect(queries.listComments(database, { draftId })).toEqual([settled, later]);
  expect(queries.readComment(database, { commentId: later.id })).toEqual(later);
  expect(queries.readComment(database, { commentId: freshId() })).toBeNull();
});

test('a comment belongs to a draft that is there, and stays with it', async () => {
  const database = await openTestDatabase();
  const comment: Comment = {
    id: freshId(),
    draftId: freshId(),
    quote: '',
    text: '无主',
    by: writer,
    at,
    resolvedAt: null,
    resolvedBy: null,
  };
  expect(() => queries.saveComment(database, { comment })).toThrow('draft-not-found');
  const { id: draftId } = insertDraft(database).summary;
  const other = insertDraft(database).summary.id;
  queries.saveComment(database, { comment: { ...comment, draftId } });
  queries.saveComment(database, { comment: { ...comment, draftId: other, text: '搬家' } });
  expect(queries.readComment(database, { commentId: comment.id })).toEqual({ ...comment, draftId });
});
