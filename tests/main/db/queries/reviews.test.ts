import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { queries } from '#main/db/queries/registry.ts';
import type { StoredDraft } from '#main/services/ports/draft-store.ts';
import { contentOf } from '#tests/builders/content.ts';
import { freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { chainOf, passedAll } from '#tests/builders/review-record.ts';
import { firstReviewer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

const at = '2026-11-23T08:00:00.000Z';
let database: Database;
let draft: StoredDraft;

beforeEach(async () => {
  database = await openTestDatabase();
  draft = insertDraft(database);
});

const state = () => queries.readDraft(database, { draftId: draft.summary.id })?.summary.state;
const chain = () => chainOf(draft.summary.id, draft.head.contentHash, passedAll);

describe('the sign-off chain', () => {
  test('reads back as it was written, and the state follows each record', () => {
    const records = chain();
    const states = records.map((record) => {
      queries.appendReviewRecord(database, { record });
      return state();
    });
    expect(states).toEqual(['first-review', 'second-review', 'final-review', 'signed-off']);
    expect(queries.listReviewRecords(database, { draftId: draft.summary.id })).toEqual(records);
  });

  test('takes only the record that comes next', () => {
    const [submit, first, second] = chain();
    if (!submit || !first || !second) throw new Error('too short');
    expect(() => queries.appendReviewRecord(database, { record: first })).toThrow('review-stale');
    queries.appendReviewRecord(database, { record: submit });
    expect(() => queries.appendReviewRecord(database, { record: submit })).toThrow('review-stale');
    expect(() => queries.appendReviewRecord(database, { record: second })).toThrow('review-stale');
    expect(() => queries.appendReviewRecord(database, { record: { ...first, by: firstReviewer, note: '改' } })).toThrow(
      'metadata-invalid',
    );
    expect(state()).toBe('first-review');
  });

  test('can be neither changed nor taken away', () => {
    for (const record of chain()) queries.appendReviewRecord(database, { record });
    expect(() => database.exec("UPDATE review_records SET note = '改'")).toThrow('review records do not change');
    expect(() => database.exec('DELETE FROM review_records')).toThrow('review records are kept');
  });
});

describe('publication', () => {
  test('stands as long as the words are those that were published', () => {
    for (const record of chain()) queries.appendReviewRecord(database, { record });
    const { id: draftId } = draft.summary;
    expect(queries.markPublished(database, { draftId, contentHash: draft.head.contentHash, at }).state).toBe(
      'published',
    );
    queries.keepRevision(database, {
      draftId,
      revisionId: freshId(),
      kind: 'manual',
      content: contentOf('更正'),
      by: firstReviewer,
      at,
    });
    expect(state()).toBe('first-review');
  });

  test('of words that were changed meanwhile leaves the draft where it is', () => {
    for (const record of chain()) queries.appendReviewRecord(database, { record });
    const { id: draftId } = draft.summary;
    queries.keepRevision(database, {
      draftId,
      revisionId: freshId(),
      kind: 'manual',
      content: contentOf('又改'),
      by: firstReviewer,
      at,
    });
    expect(queries.markPublished(database, { draftId, contentHash: draft.head.contentHash, at }).state).toBe(
      'first-review',
    );
  });
});
