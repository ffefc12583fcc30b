import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { indexPending } from '#main/db/queries/search-index.ts';
import { queries } from '#main/db/queries/registry.ts';
import { draftFilters, type DraftFilter, type DraftSort } from '#shared/ipc/channels/draft.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { foldForSearch } from '#shared/search/fold-for-search.ts';
import { resolveQuery } from '#shared/search/query/resolve-query.ts';
import { draftStates, type DraftSummary } from '#shared/model/draft.ts';
import { contentOf } from '#tests/builders/content.ts';
import { createdAt, freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { chainOf, passedAll } from '#tests/builders/review-record.ts';
import { firstReviewer, secondReviewer, writer } from '#tests/builders/signatory.ts';
import { inTransaction } from '#main/db/statements.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

const columns = [
  { id: 'work-news', name: '工作动态' },
  { id: 'notices', name: '通知公告' },
];
let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
  for (const person of [writer, firstReviewer]) {
    queries.insertPerson(database, { person: { ...person, createdAt } });
  }
});

type ListArguments = Parameters<typeof queries.listDrafts>[1] & { readonly query: string };

function list({ query = '', ...changes }: Partial<ListArguments> = {}) {
  return queries.listDrafts(database, {
    filter: 'mine',
    sort: 'number',
    reversed: false,
    search: resolveQuery(query, { columns, today: '2026-11-23' }).search,
    earlier: false,
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
    ['all', ['published', 'signed-off', 'returned', 'first-review', 'drafting']],
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
    expect(list().counts).toEqual({
      mine: 4,
      'to-review': 0,
      returned: 1,
      'to-publish': 1,
      published: 1,
      all: 5,
      trash: 1,
    });
    expect(list(reviewer).counts).toMatchObject({ mine: 0, 'to-review': 1 });
    for (const filter of draftFilters) {
      for (const viewer of [{}, reviewer]) {
        const answer = list({ filter, ...viewer });
        expect(answer.counts[filter]).toBe(answer.items.length);
      }
    }
  });
});

const headlineOf = (index: number) => `${'丙乙甲安重办'.charAt(index % 6)}字第${index % 4}稿`;

describe('paging', () => {
  const pinyin = new Intl.Collator('zh-u-co-pinyin');

  beforeEach(() => {
    for (let index = 0; index < 23; index += 1) {
      const plannedAt = index % 3 === 0 ? null : `2026-12-0${1 + (index % 5)}T00:00:00.000Z`;
      const content = contentOf(headlineOf(index), ['正文'], { plannedAt });
      const { summary, head } = insertDraft(database, { content, at: `2026-11-2${index % 4}T00:00:00.000Z` });
      if (index % 5 > 2) continue;
      const decisions = index % 5 === 0 ? ([['first', 'return']] as const) : [];
      for (const record of chainOf(summary.id, head.contentHash, decisions)) {
        queries.appendReviewRecord(database, { record });
      }
    }
  });

  const compare: Readonly<Record<DraftSort, (a: DraftSummary, b: DraftSummary) => number>> = {
    updated: (a, b) => b.updatedAt.localeCompare(a.updatedAt),
    planned: (a, b) => (a.plannedAt ?? '9999').localeCompare(b.plannedAt ?? '9999'),
    number: (a, b) => b.number - a.number,
    headline: (a, b) => pinyin.compare(a.headline, b.headline),
    state: (a, b) =>
      draftStates.indexOf(a.state) - draftStates.indexOf(b.state) || b.updatedAt.localeCompare(a.updatedAt),
  };

  test.each(
    (['updated', 'planned', 'number', 'headline', 'state'] as const).flatMap((sort) =>
      [false, true].flatMap((reversed) => ['', '字第'].map((query) => ({ sort, reversed, query }))),
    ),
  )('%j meets every draft once, in order', (asked) => {
    const whole = list({ ...asked, limit: 200 }).items;
    const ordered = [...whole].sort(compare[asked.sort]);
    const keys = (items: readonly DraftSummary[]) =>
      items.map(
        (item) =>
          ({
            updated: item.updatedAt,
            planned: item.plannedAt,
            state: item.state,
            headline: item.headline,
            number: item.number,
          })[asked.sort],
      );
    expect(keys(whole)).toEqual(keys(asked.reversed ? ordered.toReversed() : ordered));

    const met: string[] = [];
    let cursor: string | null = null;
    do {
      const page: ReturnType<typeof list> = list({ ...asked, limit: 5, cursor });
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

/** A picture's line, as far as a search reads it. */
function keepAsset(name: string): string {
  const sha256 = 'a'.repeat(64);
  database
    .prepare(
      `INSERT INTO assets (sha256, name, type, bytes, width, height, had_location, has_original, display_sha256, display_width,
         display_height, display_bytes, thumbnail_sha256, thumbnail_width, thumbnail_height, thumbnail_bytes)
       VALUES (?, ?, 'jpeg', 1, 1, 1, 0, 1, ?1, 1, 1, 1, ?1, 1, 1, 1)`.replaceAll('?1', "''"),
    )
    .run(sha256, name);
  return sha256;
}

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

  test.each([
    ['設備', '设备维护'],
    ['设备', '设备维护'],
    ['裝修', '装修须知'],
    ['装修', '装修须知'],
    ['ＧＢ', '设备维护'],
    ['ｇｂ１５８３４', '设备维护'],
    ['现场', '设备维护'],
    ['摄影:李明', '设备维护'],
    ['img_2031', '设备维护'],
    ['民生', '装修须知'],
    ['陈思', '装修须知'],
    ['作者:拟稿员甲 标题:须知', '装修须知'],
    ['工作动态', '装修须知'],
    ['栏目：工作动态', '装修须知'],
    ['图:有', '设备维护'],
    ['图:无', '装修须知'],
    ['-设备', '装修须知'],
    ['标题:设备', '设备维护'],
    ['计划:2026-12', '装修须知'],
    ['-计划:2026-12', '设备维护'],
    ['编号:1', '设备维护'],
    ['编号:2-9', '装修须知'],
    ['年 -"设备 维护"', '装修须知'],
  ])('%s finds %s', (query, expected) => {
    const asset = keepAsset('IMG_2031.jpg');
    const figure = {
      type: 'figure',
      asset,
      alt: '',
      credit: '李明',
      children: [{ type: 'text', text: '施工现场' }],
    } as const satisfies BlockNode;
    insertDraft(database, {
      content: contentOf('设备维护', ['2025年，GB15834。设备 维护', { ...figure, children: [...figure.children] }]),
    });
    insertDraft(database, {
      content: contentOf('裝修須知', ['今年，请读标题。'], {
        columnId: 'work-news',
        keywords: ['民生'],
        authors: ['陈思'],
        plannedAt: '2026-12-01T00:00:00.000Z',
      }),
    });
    expect(headlines({ query }).map(foldForSearch)).toEqual([expected]);
  });

  test('answers where the words stand, one hit for each line', () => {
    insertDraft(database, { content: contentOf('老旧小区', ['昨日动工。小区将加装电梯。']) });
    insertDraft(database, { content: contentOf('电梯'), author: firstReviewer });
    const { items, hits } = list({ query: '电梯', filter: 'all' });
    expect(items.map(({ headline }) => headline)).toEqual(['电梯', '老旧小区']);
    expect(hits).toMatchObject([
      { excerpt: null, words: '电梯', headline: [{ start: 0, end: 2 }] },
      { excerpt: { field: 'body', text: '小区将加装电梯。' }, place: { kind: 'block', block: 0, start: 10, end: 12 } },
    ]);
    expect(list().hits).toEqual([]);
  });

  test('counts for each filter what it would show', () => {
    insertDraft(database, { content: contentOf('小区'), author: firstReviewer });
    insertDraft(database, { content: contentOf('小区') });
    draftIn('published');
    expect(list({ query: '小区' }).counts).toEqual({
      mine: 1,
      'to-review': 0,
      returned: 0,
      'to-publish': 0,
      published: 0,
      all: 2,
      trash: 0,
    });
    expect(list({ query: '状态:已发布' }).counts).toMatchObject({ mine: 0, published: 1, all: 1 });
  });

  test.each([
    ['all', 0],
    ['most', 2],
    ['few', 20],
  ])('counts the same where it finds %s of the drafts, those in the trash among them', (_how, others) => {
    for (let count = 0; count < 3; count += 1) insertDraft(database, { content: contentOf('小区') });
    const trashed = insertDraft(database, { content: contentOf('小区') }).summary.id;
    queries.setTrashed(database, { draftId: trashed, trashedAt: createdAt, at: createdAt });
    for (let count = 0; count < others; count += 1) insertDraft(database, { content: contentOf('电梯') });
    expect(list({ query: '小区' }).counts).toMatchObject({ mine: 3, all: 3, trash: 1, published: 0 });
  });

  test('walks the list where it finds very many, and finds the same', () => {
    inTransaction(database, () => {
      for (let count = 0; count < 2050; count += 1) {
        insertDraft(database, { content: contentOf(count % 2 === 0 ? '小区' : '小区改造', []) });
      }
    });
    while (indexPending(database, 1000));
    const first = list({ query: '小区', limit: 20 });
    expect(first.items.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => 2050 - index));
    expect(first.counts.mine).toBe(2050);
    expect(list({ query: '小区', limit: 5, cursor: first.next }).items[0]?.number).toBe(2030);
    expect(list({ query: '改造', limit: 5 }).items.map(({ number }) => number)).toEqual([2050, 2048, 2046, 2044, 2042]);
  });

  test('says how many drafts it does not know yet', () => {
    for (let count = 0; count < 70; count += 1) insertDraft(database);
    expect(list({ query: '消息' }).waiting).toBe(6);
    expect(list({ query: '消息' }).waiting).toBe(0);
  });

  test('stays within its filter', () => {
    const draft = insertDraft(database, { author: secondReviewer });
    expect(headlines({ query: '消息', filter: 'trash' })).toEqual([]);
    queries.setTrashed(database, { draftId: draft.summary.id, trashedAt: createdAt, at: createdAt });
    expect(headlines({ query: '消息', filter: 'trash' })).toEqual(['一则消息']);
    expect(headlines({ query: '消息', personId: freshId() })).toEqual([]);
  });
});
