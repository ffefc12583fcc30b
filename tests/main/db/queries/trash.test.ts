import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkContents, checkForeignKeys, checkIntegrity } from '#main/db/integrity.ts';
import { brokenAuditLine } from '#main/db/queries/audit.ts';
import { indexEarlierWords } from '#main/db/queries/earlier-words.ts';
import { queries } from '#main/db/queries/registry.ts';
import { indexPending } from '#main/db/queries/search-index.ts';
import type { StoredDraft } from '#main/services/ports/draft-store.ts';
import { wholeLog } from '#shared/model/audit.ts';
import { contentOf } from '#tests/builders/content.ts';
import { freshId, insertDraft, insertPackage } from '#tests/builders/database-draft.ts';
import { chainOf, passedAll } from '#tests/builders/review-record.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';
import { allRows } from '#tests/helpers/migrate-to.ts';

const at = '2026-11-28T01:00:00.000Z';
let database: Database;

beforeEach(async () => {
  database = await openTestDatabase();
});

/** A draft with an example of everything that can belong to one. */
function wholeDraft(headline: string): StoredDraft {
  const draft = insertDraft(database, { content: contentOf(headline, ['改造前的旧话。']) });
  const { id: draftId } = draft.summary;
  const write = (sequence: number, text: string, baseRevisionId: string) =>
    queries.appendJournal(database, {
      draftId,
      baseRevisionId,
      sequence,
      content: contentOf(headline, [text]),
      by: writer,
      at,
    });
  write(1, '改造后的新话。', draft.head.id);
  const revisionId = freshId();
  const kept = queries.keepRevision(database, {
    draftId,
    revisionId,
    kind: 'manual',
    content: null,
    by: writer,
    at,
  });
  const { exactHash } = write(2, '还没存成版本的话。', kept.id);
  queries.keepHistory(database, { draftId, exactHash, history: { undo: [], redo: [] } });
  queries.saveRevisionName(database, { name: { revisionId, draftId, name: '送审稿', by: writer, at } });
  queries.saveWaiver(database, {
    waiver: { id: freshId(), draftId, rule: 'credit-missing', subject: '""', reason: '来稿如此', by: writer, at },
  });
  queries.saveComment(database, {
    comment: {
      id: freshId(),
      draftId,
      quote: '',
      text: '请核。',
      by: firstReviewer,
      at,
      resolvedAt: null,
      resolvedBy: null,
    },
  });
  const contentHash = queries.readDraft(database, { draftId })?.head.contentHash ?? '';
  for (const record of chainOf(draftId, contentHash, passedAll)) queries.appendReviewRecord(database, { record });
  queries.keepIncoming(database, {
    draftId,
    revisionId: freshId(),
    parentId: draft.head.id,
    content: contentOf(headline, ['对方的话。']),
    by: firstReviewer,
    at,
  });
  while (indexPending(database, 50));
  while (indexEarlierWords(database, 50));
  return draft;
}

const list = (filter: 'trash' | 'all', words = '') =>
  queries.listDrafts(database, {
    filter,
    sort: 'updated',
    reversed: false,
    search: {
      words: words === '' ? [] : [{ text: words, field: null, columnIds: [], excluded: false }],
      conditions: [],
    },
    earlier: true,
    cursor: null,
    limit: 20,
    personId: writer.id,
    reviewStates: [],
  });

/** The code that an act is refused with. */
function refusal(act: () => void): unknown {
  try {
    act();
    return 'done';
  } catch (thrown) {
    return (thrown as { code?: unknown }).code;
  }
}

const trash = (draftId: string) => queries.setTrashed(database, { draftId, trashedAt: at, at, by: firstReviewer });

describe('the list of the trash', () => {
  test('tells who moved a draft there and what belongs to it; other lists do not count', () => {
    const { summary } = wholeDraft('老旧小区改造');
    trash(summary.id);
    expect(list('trash').trash).toEqual([{ byName: firstReviewer.name, revisions: 3, comments: 1, mayPurge: true }]);
    queries.setTrashed(database, { draftId: summary.id, trashedAt: null, at });
    expect(list('all')).toMatchObject({ trash: [], items: [{ id: summary.id }] });
  });
});

describe('purging', () => {
  test('leaves nothing of the draft but the audit line, its review records and the others', () => {
    const kept = wholeDraft('留下的一篇');
    const before = allRows(database);
    const { summary } = wholeDraft('删掉的一篇');
    trash(summary.id);
    queries.purgeDraft(database, { draftId: summary.id, by: writer, at });

    const { audit_log, purged_drafts, draft_counts, ...after } = allRows(database);
    const { audit_log: log, purged_drafts: none, draft_counts: counts, ...expected } = before;
    expect(after).toEqual(expected);
    expect(draft_counts).toEqual(expect.arrayContaining([...(counts ?? [])]));
    expect([log, none]).toEqual([[], []]);
    expect(audit_log).toHaveLength(1);
    expect(
      queries.listAudit(database, { filter: { ...wholeLog, draft: summary.id }, before: null, limit: 5 }),
    ).toMatchObject([
      {
        event: 'draft.purged',
        personId: writer.id,
        facts: { draftId: summary.id, number: 2, revisions: 3, comments: 1, reviewRecords: 4 },
      },
    ]);
    expect(brokenAuditLine(database)).toBeNull();
    const [row] = purged_drafts as { review_records: string }[];
    expect(JSON.parse(row?.review_records ?? '')).toHaveLength(4);

    expect(queries.readDraft(database, { draftId: summary.id })).toBeNull();
    expect(list('trash')).toMatchObject({ items: [], counts: { trash: 0 } });
    expect(list('all', '旧话').items.map(({ id }) => id)).toEqual([kept.summary.id]);
    expect(() => database.exec('DELETE FROM revisions')).toThrow('revisions are kept');
    for (const check of [checkIntegrity, checkForeignKeys, checkContents]) check(database);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  test('never gives the number of a purged draft away again', () => {
    const { summary } = insertDraft(database);
    trash(summary.id);
    queries.purgeDraft(database, { draftId: summary.id, by: writer, at });
    expect(insertDraft(database).summary.number).toBe(summary.number + 1);
  });

  test('is refused outside the trash, for a packaged draft and for one that is not there; nothing goes', () => {
    const draft = insertDraft(database);
    const { summary } = draft;
    const purge = (draftId: string) => () => queries.purgeDraft(database, { draftId, by: writer, at });
    expect(refusal(purge(freshId()))).toBe('draft-not-found');
    expect(refusal(purge(summary.id))).toBe('draft-not-in-trash');
    trash(summary.id);
    insertPackage(database, draft);
    const before = allRows(database);
    expect(refusal(purge(summary.id))).toBe('draft-packaged');
    expect(allRows(database)).toEqual(before);
    expect(list('trash').trash).toMatchObject([{ mayPurge: false }]);
  });
});
