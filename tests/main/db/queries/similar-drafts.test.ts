import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { queries } from '#main/db/queries/registry.ts';
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
const similarTo = (draftId: string) => queries.findSimilarDrafts(database, { draftId });

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

test('a draft that nobody knows is refused', () => {
  expect(() => similarTo(freshId())).toThrow('draft-not-found');
});
