import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { queries } from '#main/db/queries/registry.ts';
import type { StoredDraft } from '#main/services/ports/draft-store.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { contentOf } from '#tests/builders/content.ts';
import { freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { chainOf, passedAll } from '#tests/builders/review-record.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

const at = '2026-11-23T06:10:00.000Z';
let database: Database;
let draft: StoredDraft;

beforeEach(async () => {
  database = await openTestDatabase();
  draft = insertDraft(database);
});

function append(sequence: number, content: DraftContent, baseRevisionId = draft.head.id) {
  return queries.appendJournal(database, {
    draftId: draft.summary.id,
    baseRevisionId,
    sequence,
    content,
    by: writer,
    at,
  });
}

function keep(content: DraftContent | null, kind: 'manual' | 'restored' = 'manual') {
  const args = { draftId: draft.summary.id, revisionId: freshId(), kind, content, by: firstReviewer, at };
  return queries.keepRevision(database, args);
}

const read = () => queries.readDraft(database, { draftId: draft.summary.id });
const kinds = () => queries.listRevisions(database, { draftId: draft.summary.id }).map((revision) => revision.kind);

const words = (times: number) => contentOf('长稿', ['住房和城乡建设工作动态'.repeat(times)]);

describe('the journal', () => {
  test('holds the newest words ahead of the revision, and the list shows them', () => {
    append(1, contentOf('改造', ['第一段。']));
    append(2, contentOf('改造开工', ['第一段。', '第二段。']));
    expect(read()).toMatchObject({
      journal: { sequence: 2, baseRevisionId: draft.head.id, by: writer, at },
      journalSequence: 2,
      summary: { headline: '改造开工', characters: 8, revision: 1, updatedAt: at },
    });
    expect(read()?.journal?.content).toEqual(contentOf('改造开工', ['第一段。', '第二段。']));
  });

  test('takes each sequence number once, and only upwards', () => {
    append(5, contentOf('五'));
    for (const sequence of [5, 4]) expect(() => append(sequence, contentOf('晚到'))).toThrow('stale-base');
    expect(read()?.summary.headline).toBe('五');
  });

  test('remembers its sequence after a revision cleared it', () => {
    append(7, contentOf('七'));
    keep(null);
    expect(read()).toMatchObject({ journal: null, journalSequence: 7 });
  });

  test('goes on from a base that its own words were kept over, and from no other', () => {
    append(1, contentOf('先写'));
    keep(null);
    append(2, contentOf('再写'));
    expect(read()?.journal?.content.metadata.headline).toBe('再写');
    keep(contentOf('别处来的'), 'restored');
    expect(() => append(3, contentOf('不知道别处'))).toThrow('stale-base');
    append(3, contentOf('知道了'), read()?.head.id);
    expect(() => append(4, contentOf('无根'), freshId())).toThrow('stale-base');
  });

  test('keeps a revision before much of the text goes at once', () => {
    const long = contentOf('长稿', ['住房和城乡建设工作动态'.repeat(20)]);
    append(1, long);
    append(2, contentOf('长稿', ['只剩一句。']));
    expect(kinds()).toEqual(['before-shrink', 'created']);
    expect(queries.readRevision(database, { revisionId: read()?.head.id ?? '' })?.content).toEqual(long);
    expect(read()?.journal?.content).toEqual(contentOf('长稿', ['只剩一句。']));
    append(3, contentOf('长稿', ['只剩一句话。']));
    expect(kinds()).toHaveLength(2);
  });

  test('keeps a revision before a loss that is spread over several saves, once', () => {
    append(1, words(18));
    append(2, words(20));
    append(3, words(13));
    expect(kinds()).toEqual(['created']);
    append(4, words(9));
    expect(kinds()).toEqual(['before-shrink', 'created']);
    expect(queries.readRevision(database, { revisionId: read()?.head.id ?? '' })?.content).toEqual(words(20));
    append(5, words(6));
    expect(kinds()).toHaveLength(2);
    expect(read()?.journal?.content).toEqual(words(6));
  });

  test('needs no such revision when the head holds the words already, or when little goes', () => {
    append(1, contentOf('长稿', ['住房和城乡建设工作动态'.repeat(20)]));
    keep(null);
    append(2, contentOf('长稿', ['']));
    append(3, contentOf('长稿', ['住房'.repeat(60)]));
    append(4, contentOf('长稿', ['住房'.repeat(40)]));
    expect(kinds()).toEqual(['manual', 'created']);
  });

  test('is closed for a draft in the trash, and for one that nobody knows', () => {
    queries.setTrashed(database, { draftId: draft.summary.id, trashedAt: at, at });
    expect(() => append(1, contentOf('改'))).toThrow('draft-locked');
    queries.setTrashed(database, { draftId: draft.summary.id, trashedAt: null, at });
    append(1, contentOf('改'));
    const stranger = { draftId: freshId(), baseRevisionId: draft.head.id, sequence: 1, by: writer, at };
    expect(() => queries.appendJournal(database, { ...stranger, content: contentOf('无') })).toThrow('draft-not-found');
  });

  test('an edit takes the sign-off away, and typing it back gives it back', () => {
    const { contentHash } = draft.head;
    for (const record of chainOf(draft.summary.id, contentHash, passedAll)) {
      queries.appendReviewRecord(database, { record });
    }
    expect(read()?.summary.state).toBe('signed-off');
    expect(append(1, contentOf('一则消息。'))).toMatchObject({ stateChanged: true });
    expect(read()?.summary.state).toBe('first-review');
    expect(append(2, contentOf('一则消息！'))).toMatchObject({ stateChanged: false });
    append(3, contentOf('一则消息'));
    expect(read()?.summary.state).toBe('signed-off');
  });
});
