import type { Database } from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { checkContents } from '#main/db/integrity.ts';
import { queries } from '#main/db/queries/registry.ts';
import type { StoredDraft } from '#main/services/ports/draft-store.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { RevisionKind } from '#shared/model/revision.ts';
import { contentOf } from '#tests/builders/content.ts';
import { freshId, insertDraft } from '#tests/builders/database-draft.ts';
import { sha256 } from '#tests/builders/review-record.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDatabase } from '#tests/helpers/open-test-database.ts';

const at = '2026-11-23T06:10:00.000Z';
let database: Database;
let draft: StoredDraft;

beforeEach(async () => {
  database = await openTestDatabase();
  draft = insertDraft(database);
});

function append(sequence: number, content: DraftContent): void {
  const { id: draftId } = draft.summary;
  const baseRevisionId = read().head.id;
  queries.appendJournal(database, { draftId, baseRevisionId, sequence, content, by: writer, at });
}

function keep(content: DraftContent | null, kind: RevisionKind = 'manual', always = false) {
  const args = { draftId: draft.summary.id, revisionId: freshId(), kind, content, by: firstReviewer, at, always };
  return queries.keepRevision(database, args);
}

function read(): StoredDraft {
  const stored = queries.readDraft(database, { draftId: draft.summary.id });
  if (!stored) throw new Error('the draft is gone');
  return stored;
}

const newestBase = () =>
  database.prepare<[], string | null>('SELECT base_id FROM revisions ORDER BY sequence DESC').pluck().get();

const list = () => queries.listRevisions(database, { draftId: draft.summary.id });

describe('revisions', () => {
  test('hold the journal words and clear it', () => {
    append(1, contentOf('新题'));
    const kept = keep(null);
    expect(kept).toMatchObject({
      sequence: 2,
      parentId: draft.head.id,
      kind: 'manual',
      headline: '新题',
      by: firstReviewer,
    });
    expect(read()).toMatchObject({ journal: null, head: { id: kept.id }, summary: { revision: 2 } });
    expect(queries.readRevision(database, { revisionId: kept.id })?.content).toEqual(contentOf('新题'));
  });

  test('are not repeated while nothing changed, unless asked for', () => {
    expect(keep(null).id).toBe(draft.head.id);
    append(1, contentOf('改了'));
    append(2, contentOf('一则消息'));
    expect(keep(null).id).toBe(draft.head.id);
    expect(read()).toMatchObject({ journal: null, summary: { headline: '一则消息' } });
    const state = keep(null, 'state', true);
    expect(state).toMatchObject({ sequence: 2, kind: 'state', contentHash: draft.head.contentHash });
  });

  test('keep a new comment mark, though it changes no signed word', () => {
    const marked = contentOf('一则消息', [
      {
        type: 'paragraph',
        children: [{ type: 'comment-mark', ids: [freshId()], children: [{ type: 'text', text: '正文第一段。' }] }],
      },
    ]);
    append(1, marked);
    const kept = keep(null);
    expect(kept).toMatchObject({ sequence: 2, contentHash: draft.head.contentHash });
    expect(read().headContent).toEqual(marked);
  });

  test('never drop journal words that a given content does not hold', () => {
    append(1, contentOf('未存的字'));
    const restored = keep(contentOf('旧稿'), 'restored');
    expect(list().map(({ kind, headline }) => [kind, headline])).toEqual([
      ['restored', '旧稿'],
      ['timed', '未存的字'],
      ['created', '一则消息'],
    ]);
    expect(list()[1]?.by).toEqual(writer);
    expect(restored.parentId).toBe(list()[1]?.id);
  });

  test('are linked by hash, each over its parent and its exact words', () => {
    append(1, contentOf('二'));
    keep(null);
    const [second, first] = list();
    const exact = database.prepare<[], string>('SELECT exact_hash FROM revisions ORDER BY sequence').pluck().all();
    expect(first?.link).toBe(sha256(`\n${exact[0]}`));
    expect(second?.link).toBe(sha256(`${first?.link}\n${exact[1]}`));
  });

  test('can be neither changed nor taken away', () => {
    expect(() => database.exec("UPDATE revisions SET headline = '改'")).toThrow('revisions do not change');
    expect(() => database.exec('DELETE FROM revisions')).toThrow('revisions are kept');
    expect(() => database.exec('DELETE FROM drafts')).toThrow('drafts are kept');
    append(1, contentOf('记'));
    expect(() => database.exec("UPDATE journal SET content = '{}'")).toThrow('journal entries do not change');
  });

  test('are stored as what they do not share with an earlier one, and read back word for word', () => {
    const blocks = Array.from(
      { length: 80 },
      (_unused, at) => `第${at}段：市住建局推进老旧小区改造，已有${at * 7}户签约。`,
    );
    keep(contentOf('长稿', blocks));
    const contents = Array.from({ length: 70 }, (_unused, at) => contentOf('长稿', blocks.with(at, `第${at}次改动。`)));
    const kept = contents.map((content) => keep(content));
    expect(kept.map(({ id }) => queries.readRevision(database, { revisionId: id })?.content)).toEqual(contents);
    const sizes = database.prepare<[], number>('SELECT length(content) FROM revisions ORDER BY sequence').pluck().all();
    const [, whole = 0, ...deltas] = sizes;
    expect(deltas.filter((size) => size < whole / 10).length).toBeGreaterThan(60);
    checkContents(database);
  });

  test('stand by themselves where they are signed, sent or taken in, and after sixty others', () => {
    const blocks = Array.from({ length: 30 }, (_unused, at) => `第${at}段：市住建局推进老旧小区改造工作。`);
    keep(contentOf('题', blocks));
    keep(contentOf('题一', blocks));
    expect(newestBase()).not.toBeNull();
    keep(null, 'state', true);
    expect(newestBase()).toBeNull();
    let farthest = 0;
    for (let count = 0; count < 62; count += 1) {
      keep(contentOf(`题${count}`, blocks));
      if (newestBase() === null) farthest = count;
    }
    expect(farthest).toBe(60);
  });

  test('refuse to be read when their bytes are not those that were written', () => {
    database.exec("DROP TRIGGER revisions_stay; UPDATE revisions SET content = x'00'");
    expect(() => read()).toThrow('database-damaged');
  });

  test('of the other side lie beside the head until the choice is made', () => {
    const { id: draftId } = draft.summary;
    const incoming = queries.keepIncoming(database, {
      draftId,
      revisionId: freshId(),
      parentId: draft.head.id,
      content: contentOf('对方改的'),
      by: firstReviewer,
      at,
    });
    expect(read()).toMatchObject({
      head: { id: draft.head.id },
      incoming: { id: incoming.id },
      summary: { conflict: true },
    });
    append(1, contentOf('我改的'));
    queries.clearIncoming(database, { draftId });
    expect(read()).toMatchObject({ incoming: null, summary: { conflict: false } });
    expect(list().map((revision) => revision.kind)).toEqual(['incoming', 'created']);
  });

  test('are found by the hash of their words, the newest first', () => {
    keep(null, 'state', true);
    const { id: draftId } = draft.summary;
    const { contentHash } = draft.head;
    expect(queries.findRevisionByHash(database, { draftId, contentHash })?.sequence).toBe(2);
    expect(queries.findRevisionByHash(database, { draftId, contentHash: sha256('') })).toBeNull();
    expect(queries.readRevision(database, { revisionId: freshId() })).toBeNull();
  });

  test('of a draft in the trash wait until it is out', () => {
    queries.setTrashed(database, { draftId: draft.summary.id, trashedAt: at, at });
    expect(() => keep(contentOf('改'))).toThrow('draft-locked');
  });
});
