import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { queries } from '#main/db/queries/registry.ts';
import type { DraftFilter } from '#shared/ipc/channels/draft.ts';
import { contentOf } from '#tests/builders/content.ts';
import { createdAt, freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { chainOf, passedAll } from '#tests/builders/review-record.ts';
import { firstReviewer, secondReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
  for (const person of [writer, firstReviewer]) {
    queries.insertPerson(database, { person: { ...person, createdAt } });
  }
});

type ListArguments = Parameters<typeof queries.listDrafts>[1];

function list(changes: Partial<ListArguments> = {}) {
  return queries.listDrafts(database, {
    filter: 'mine',
    sort: 'number',
    query: '',
    cursor: null,
    limit: 50,
    personId: writer.id,
    reviewStates: [],
    ...changes,
  });
}

const headlines = (changes: Partial<ListArguments> = {}) => list(changes).items.map((item) => item.headline);

/** A draft that has gone this far. */
function draftIn(
  state: 'drafting' | 'first-review' | 'returned' | 'signed-off' | 'published' | 'trash',
  author = writer,
) {
  const draft = insertDraft(database, { content: contentOf(state), author });
  const { id: draftId } = draft.summary;
  const { contentHash } = draft.head;
  const decisions = state === 'returned' ? ([['first', 'return']] as const) : state === 'first-review' ? [] : passedAll;
  if (state !== 'drafting' && state !== 'trash') {
    for (const record of chainOf(draftId, contentHash, decisions)) queries.appendReviewRecord(database, { record });
  }
  if (state === 'published') queries.markPublished(database, { draftId, contentHash, at: createdAt });
  if (state === 'trash') queries.setTrashed(database, { draftId, trashedAt: createdAt, at: createdAt });
}

describe('the filters of the list', () => {
  beforeEach(() => {
    for (const state of ['drafting', 'first-review', 'returned', 'signed-off', 'published', 'trash'] as const)
      draftIn(state);
  });

  test.each<[DraftFilter, string[]]>([
    ['mine', ['signed-off', 'returned', 'first-review', 'drafting']],
    ['to-review', []],
    ['returned', ['returned']],
    ['to-publish', ['signed-off']],
    ['published', ['published']],
    ['trash', ['trash']],
  ])('%s shows the author %j', (filter, expected) => {
    expect(headlines({ filter })).toEqual(expected);
  });

  test('to-review shows a reviewer what they may decide, never what they wrote', () => {
    draftIn('first-review', firstReviewer);
    const asked = { filter: 'to-review', personId: firstReviewer.id, reviewStates: ['first-review'] } as const;
    expect(list(asked).items.map((item) => item.authorName)).toEqual([writer.name]);
    expect(headlines({ ...asked, reviewStates: ['second-review'] })).toEqual([]);
  });

  test('mine shows what people wrote whom this machine does not know, not what colleagues wrote', () => {
    draftIn('drafting', secondReviewer);
    draftIn('drafting', firstReviewer);
    expect(list().items.map((item) => item.authorName)).toEqual(
      [secondReviewer, writer, writer, writer, writer].map((one) => one.name),
    );
  });

  test('count what they show', () => {
    const reviewer = { personId: firstReviewer.id, reviewStates: ['first-review'] } as const;
    expect(list().counts).toEqual({ mine: 4, 'to-review': 0, returned: 1, 'to-publish': 1, published: 1, trash: 1 });
    expect(list(reviewer).counts).toMatchObject({ mine: 0, 'to-review': 1 });
    for (const filter of ['mine', 'to-review', 'returned', 'to-publish', 'published', 'trash'] as const) {
      for (const viewer of [{}, reviewer]) {
        const answer = list({ filter, ...viewer });
        expect(answer.counts[filter]).toBe(answer.items.length);
      }
    }
  });
});

describe('paging', () => {
  test.each(['updated', 'planned', 'number'] as const)('by %s meets every draft once, in order', (sort) => {
    for (let index = 0; index < 23; index += 1) {
      const plannedAt = index % 3 === 0 ? null : `2026-12-0${1 + (index % 5)}T00:00:00.000Z`;
      insertDraft(database, {
        content: contentOf(`稿件${index}`, ['正文'], { plannedAt }),
        at: `2026-11-2${index % 4}T00:00:00.000Z`,
      });
    }
    const whole = list({ sort, limit: 200 }).items;
    const keys = whole.map(
      (item) => ({ updated: item.updatedAt, planned: item.plannedAt ?? '9999', number: item.number })[sort],
    );
    const ascending = [...keys].sort((a, b) =>
      typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
    );
    expect(keys).toEqual(sort === 'planned' ? ascending : ascending.toReversed());

    const met: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ReturnType<typeof list> = list({ sort, limit: 5, cursor });
      met.push(...page.items.map((item) => item.id));
      cursor = page.next;
    } while (cursor !== null);
    expect(met).toEqual(whole.map((item) => item.id));
    expect(new Set(met).size).toBe(23);
  });

  test('refuses a cursor that is none', () => {
    for (const cursor of ['', 'x', Buffer.from('[{}]').toString('base64url')]) {
      expect(() => list({ cursor })).toThrow('bad-request');
    }
  });
});

describe('search', () => {
  test.each([
    ['小区', ['老旧小区改造']],
    ['改', ['老旧小区改造', '公租房改建']],
    ['老旧小区改', ['老旧小区改造']],
    ['公租房 入住', ['公租房改建']],
    ['区小', []],
    ['2022', ['老旧小区改造']],
    ['2022年3月', ['老旧小区改造']],
    ['gb/t', ['公租房改建']],
    ['，。', ['老旧小区改造', '公租房改建']],
    ['"', ['老旧小区改造', '公租房改建']],
    ['NOT 小区', []],
  ])('%s finds %j', (query, expected) => {
    insertDraft(database, { content: contentOf('老旧小区改造', ['自2022年3月起开工。']) });
    insertDraft(database, { content: contentOf('公租房改建', ['首批家庭入住，按GB/T 15834。']) });
    expect(headlines({ query, sort: 'number' }).toReversed()).toEqual(expected);
  });

  test('knows the newest words, also those only in the journal, and forgets the old ones', () => {
    const draft = insertDraft(database, { content: contentOf('危房排查') });
    expect(headlines({ query: '危房' })).toEqual(['危房排查']);
    queries.appendJournal(database, {
      draftId: draft.summary.id,
      baseRevisionId: draft.head.id,
      sequence: 1,
      content: contentOf('燃气安全'),
      by: writer,
      at: createdAt,
    });
    expect(headlines({ query: '危房' })).toEqual([]);
    expect(headlines({ query: '燃气' })).toEqual(['燃气安全']);
  });

  test('stays within its filter', () => {
    const draft = insertDraft(database, { author: secondReviewer });
    expect(headlines({ query: '消息', filter: 'trash' })).toEqual([]);
    queries.setTrashed(database, { draftId: draft.summary.id, trashedAt: createdAt, at: createdAt });
    expect(headlines({ query: '消息', filter: 'trash' })).toEqual(['一则消息']);
    expect(headlines({ query: '消息', personId: freshId() })).toEqual([]);
  });
});
