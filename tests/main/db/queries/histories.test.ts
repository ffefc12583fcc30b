import type { Database } from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { pack, sha256 } from '#main/db/content-codec.ts';
import { queries } from '#main/db/queries/registry.ts';
import type { StoredDraft } from '#main/services/ports/draft-store.ts';
import { canonicalJson } from '#shared/document/canonical.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { EditHistory } from '#shared/model/edit-history.ts';
import { applyStep, invertStep, stepBetween } from '#shared/model/edit-steps.ts';
import { contentOf } from '#tests/builders/content.ts';
import { freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

const at = '2026-11-23T06:10:00.000Z';
const first = contentOf('改造', ['第一段。']);
const second = contentOf('改造开工', ['第一段。', '第二段。']);
const third = contentOf('改造开工', ['另一段。', '第二段。']);
let database: Database;
let draft: StoredDraft;

beforeEach(async () => {
  database = await openTestDatabase();
  draft = insertDraft(database, { content: first });
});

function append(sequence: number, content: DraftContent): void {
  const args = { draftId: draft.summary.id, baseRevisionId: draft.head.id, sequence, content, by: writer, at };
  queries.appendJournal(database, args);
}

function historyOf(...contents: DraftContent[]): EditHistory {
  const undo = contents.slice(1).flatMap((content, index) => stepBetween(contents[index] ?? content, content) ?? []);
  return { undo, redo: [] };
}

function revise(content: DraftContent | null): void {
  const args = { draftId: draft.summary.id, revisionId: freshId(), kind: 'manual' as const, content, by: writer, at };
  queries.keepRevision(database, args);
}

const keep = (content: DraftContent, history: EditHistory) =>
  queries.keepHistory(database, { draftId: draft.summary.id, exactHash: sha256(canonicalJson(content)), history });
const read = () => queries.readHistory(database, { draftId: draft.summary.id });

test('a draft that was never edited has no history', () => {
  expect(read()).toEqual({ undo: [], redo: [] });
});

test('the history of the newest words is kept, in the place of the one before', () => {
  append(1, second);
  expect(keep(second, historyOf(first, second))).toEqual({ kept: true });
  append(2, third);
  expect(keep(third, historyOf(first, second, third))).toEqual({ kept: true });
  expect(read()).toEqual(historyOf(first, second, third));
});

test('the history of words that are not the newest any more is not kept', () => {
  append(1, second);
  keep(second, historyOf(first, second));
  append(2, third);
  expect(keep(second, { undo: [], redo: [] })).toEqual({ kept: false });
  expect(read().undo[0]).toEqual(historyOf(first, second).undo[0]);
});

test('words that came without their history are one more step, back to those that it led to', () => {
  append(1, second);
  keep(second, { ...historyOf(first, second), redo: historyOf(second, third).undo });
  append(2, third);
  const { undo, redo } = read();
  expect(redo).toEqual([]);
  expect(undo).toHaveLength(2);
  expect(undo.reduceRight((content, step) => applyStep(content, invertStep(step)), third)).toEqual(first);
});

test('it is still right when the journal went into a revision, and after an older one was brought back', () => {
  append(1, second);
  keep(second, historyOf(first, second));
  revise(null);
  expect(read()).toEqual(historyOf(first, second));
  revise(first);
  expect(read()).toEqual(historyOf(first, second, first));
});

test('steps that this version cannot read are left out', () => {
  append(1, second);
  keep(second, historyOf(first, second));
  database
    .prepare('UPDATE draft_histories SET steps = ?')
    .run(pack(JSON.stringify({ undo: [{ kind: 'of-the-future' }], redo: [] })));
  expect(read()).toEqual({ undo: [], redo: [] });
});
