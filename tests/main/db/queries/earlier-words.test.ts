import type { Database } from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { queries } from '#main/db/queries/registry.ts';
import { resolveQuery } from '#shared/search/query/resolve-query.ts';
import { contentOf } from '#tests/builders/content.ts';
import { createdAt, freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

let database: Database;
let draftId: string;

beforeEach(async () => {
  database = await openTestDatabase();
  draftId = insertDraft(database, { content: contentOf('第一稿', ['危房排查。', '不变的一段。']) }).summary.id;
});

function keep(headline: string, paragraphs: readonly string[]) {
  const content = contentOf(headline, paragraphs);
  return queries.keepRevision(database, {
    draftId,
    revisionId: freshId(),
    kind: 'manual',
    content,
    by: writer,
    at: createdAt,
  });
}

function list(query: string, earlier = true) {
  const { search } = resolveQuery(query, { columns: [], today: '2026-11-28' });
  const asked = { filter: 'all', sort: 'number', reversed: false, search, earlier, cursor: null, limit: 50 } as const;
  return queries.listDrafts(database, { ...asked, personId: writer.id, reviewStates: [] });
}

test('words that a version took away are found on request, with the last version that had them', () => {
  const second = keep('第二稿', ['危房排查。', '不变的一段。', '又一段。']);
  keep('第三稿', ['燃气安全。', '不变的一段。']);
  expect(list('危房', false).items).toEqual([]);
  const { items, hits } = list('危房');
  expect(items.map(({ headline }) => headline)).toEqual(['第三稿']);
  expect(hits).toMatchObject([
    { excerpt: { field: 'body', text: '危房排查。' }, earlier: { revisionId: second.id, sequence: 2 } },
  ]);
});

test('words that stand in the newest version are shown there', () => {
  keep('第二稿', ['燃气安全。', '不变的一段。']);
  expect(list('不变').hits).toMatchObject([{ earlier: null }]);
  expect(list('燃气').hits).toMatchObject([{ earlier: null }]);
});

test('words that were taken away, brought back and taken away again are found with the later version', () => {
  keep('第二稿', ['燃气安全。']);
  const third = keep('第三稿', ['危房排查。']);
  keep('第四稿', ['燃气安全。']);
  expect(list('危房').hits).toMatchObject([{ earlier: { revisionId: third.id, sequence: 3 } }]);
});

test('several words may stand in different versions; excluded ones count in all of them', () => {
  keep('第二稿', ['燃气安全。']);
  expect(list('危房 燃气').items).toHaveLength(1);
  expect(list('燃气 -危房').items).toEqual([]);
  expect(list('燃气 -危房', false).items).toHaveLength(1);
});

test('a passage that stays is not kept a second time', () => {
  for (let count = 0; count < 5; count += 1) keep(`第${count}稿`, ['危房排查。', '不变的一段。', `第${count}段。`]);
  list('危房');
  const passages = database.prepare<[], number>('SELECT count(*) FROM earlier_passages').pluck().get();
  // Five headlines and four paragraphs that went; the first headline among them.
  expect(passages).toBe(9);
});
