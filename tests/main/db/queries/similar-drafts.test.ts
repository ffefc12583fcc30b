import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { rowToPrint, type PrintRow } from '#main/db/queries/event-prints.ts';
import { queries, slicedQueries } from '#main/db/queries/registry.ts';
import { indexPending } from '#main/db/queries/search-index.ts';
import { inTransaction } from '#main/db/statements.ts';
import { eventLikeness } from '#shared/search/event-likeness.ts';
import type { SimilarDraft } from '#shared/model/similar-draft.ts';
import { contentOf } from '#tests/builders/content.ts';
import { freshId, insertDraft, insertPackage } from '#tests/builders/database-draft.ts';
import { ofOneMould, toldEveryYear, toldTwice, type Release } from '#tests/builders/press-events.ts';
import { writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

const at = '2026-11-28T01:00:00.000Z';
let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
});

const insert = ({ headline, lead }: Release) => insertDraft(database, { content: contentOf(headline, [lead]) });
/** The whole walk; `meanwhile` runs between its slices. */
function similarTo(draftId: string, meanwhile: () => void = () => undefined): readonly SimilarDraft[] {
  const slices = slicedQueries.findSimilarDrafts(database, { draftId });
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
    meanwhile();
  }
}

describe('a draft whose event was told before', () => {
  test('finds the other telling among all drafts, and no other', () => {
    for (const release of [...ofOneMould, ...toldEveryYear.flat()]) insert(release);
    for (const [first, second] of toldTwice) {
      const earlier = insert(first);
      const now = insert(second);
      expect(similarTo(now.summary.id)).toMatchObject([
        { draftId: earlier.summary.id, headline: first.headline, as: 'draft', revisionId: earlier.head.id },
      ]);
    }
  });

  test('follows the newest words, those of the journal included', () => {
    const [[first, second]] = toldTwice as [(typeof toldTwice)[0]];
    const earlier = insert(first);
    const now = insertDraft(database, { content: contentOf('', []) });
    expect(similarTo(now.summary.id)).toEqual([]);
    const save = (sequence: number, { headline, lead }: Release) =>
      queries.appendJournal(database, {
        draftId: now.summary.id,
        baseRevisionId: now.head.id,
        sequence,
        content: contentOf(headline, [lead]),
        by: writer,
        at,
      });
    save(1, second);
    expect(similarTo(now.summary.id)).toMatchObject([{ draftId: earlier.summary.id }]);
    save(2, { headline: '全市燃气安全检查', lead: '连日来，检查组走访餐饮场所，更换不合格软管。' });
    expect(similarTo(now.summary.id)).toEqual([]);
  });

  test('is told of what was packaged even when its draft says something else by now, or lies in the trash', () => {
    const [[first, second]] = toldTwice as [(typeof toldTwice)[0]];
    const earlier = insert(first);
    const { summary, head } = earlier;
    insertPackage(database, earlier, at);
    queries.keepRevision(database, {
      draftId: summary.id,
      revisionId: freshId(),
      kind: 'manual',
      content: contentOf('另写一篇', ['这里已经是另外一件事情的导语了，与前面无关。']),
      by: writer,
      at,
    });
    const now = insert(second);
    const told = [{ draftId: summary.id, as: 'package', headline: first.headline, revisionId: head.id, at }];
    expect(similarTo(now.summary.id)).toMatchObject(told);
    queries.setTrashed(database, { draftId: summary.id, trashedAt: at, at });
    expect(similarTo(now.summary.id)).toMatchObject(told);
  });

  test('is not told of drafts in the trash, nor of itself', () => {
    const [[first, second]] = toldTwice as [(typeof toldTwice)[0]];
    const earlier = insert(first);
    const now = insert(second);
    queries.setTrashed(database, { draftId: earlier.summary.id, trashedAt: at, at });
    expect(similarTo(now.summary.id)).toEqual([]);
  });
});

test('the walk lets saves in between, and finds what one look at all prints would find', () => {
  const [[first, second]] = toldTwice as [(typeof toldTwice)[0]];
  const earlier = insert(first);
  inTransaction(database, () => {
    // Each tells of an event of its own, by other words.
    for (let place = 0; place < 2100; place += 1) {
      const word = String.fromCodePoint(0x4e00 + place * 7);
      insert({ headline: `${word}村改造完成`, lead: `${word}村昨日完成改造，${word}字楼的居民已经全部搬回家中。` });
    }
  });
  const now = insert(second);
  while (indexPending(database, 500));
  let saves = 0;
  const found = similarTo(now.summary.id, () => {
    saves += 1;
    queries.writeSetting(database, { key: 'saves', value: String(saves) });
  });
  expect(saves).toBeGreaterThanOrEqual(3);
  expect(found).toMatchObject([{ draftId: earlier.summary.id }]);
  expect(found[0]?.likeness).toBeCloseTo(likenessAtOnce(earlier.summary.id, now.summary.id), 12);
});

/** How alike two drafts are, by all prints of the store in one look. */
function likenessAtOnce(draftId: string, ownId: string): number {
  type Row = PrintRow & { readonly id: string };
  const rows = database
    .prepare<[], Row>('SELECT drafts.id AS id, shingles, marks FROM draft_events JOIN drafts ON number = draft')
    .all();
  const prints = new Map(rows.map((row) => [row.id, rowToPrint(row)]));
  const own = prints.get(ownId);
  const other = prints.get(draftId);
  if (!own || !other) throw new Error('both have prints');
  // What the other one alone has counts as rare as it can be.
  const seenIn = (shingle: number) =>
    own.shingles.includes(shingle)
      ? [...prints.values()].filter(({ shingles }) => shingles.includes(shingle)).length
      : 0;
  return eventLikeness(own, other, { releases: prints.size, seenIn });
}

test('a draft that nobody knows is refused', () => {
  expect(() => similarTo(freshId())).toThrow('draft-not-found');
});
