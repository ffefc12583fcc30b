import { beforeEach, describe, expect, test } from 'vitest';
import { systemIds } from '#main/files/system-ids.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import { openDraftSchema } from '#shared/ipc/channels/draft.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { testProfile } from '#tests/builders/bureau-profile.ts';
import { contentOf } from '#tests/builders/content.ts';
import { finalReviewer, firstReviewer, writer } from '#tests/builders/signatory.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { openTestDesk, type TestDesk } from '#tests/helpers/test-desk.ts';

const ids = systemIds();
let folder: string;
let desk: TestDesk;

beforeEach(async () => {
  folder = await temporaryFolder();
  desk = await openTestDesk(folder);
});

async function type(draft: OpenDraft, content: DraftContent, at: TestDesk = desk): Promise<void> {
  const { id: draftId } = draft.summary;
  const { revision, journalSequence } = await at.drafts.open(draftId);
  await at.drafts.saveJournal({ draftId, baseRevisionId: revision.id, sequence: journalSequence + 1, content });
}

/** What the app leaves when it is killed, and a new start on the same folder. */
async function restart(): Promise<TestDesk> {
  await desk.store.close();
  return openTestDesk(folder);
}

describe('a new draft', () => {
  test('is empty, belongs to whoever made it, and has a number', async () => {
    const draft = await desk.drafts.create();
    expect(openDraftSchema.parse(draft)).toEqual(draft);
    expect(draft).toMatchObject({
      summary: { number: 1, state: 'drafting', authorId: writer.id, revision: 1 },
      content: { metadata: { headline: '', contactPhone: testProfile.bureau.contactPhone } },
      recovered: false,
      reviews: [],
      incoming: null,
    });
    expect((await desk.drafts.create()).summary.number).toBe(2);
    expect(desk.changed).toHaveLength(2);
  });

  test('is refused to a role that does not write', async () => {
    desk.sit(finalReviewer);
    await expect(desk.drafts.create()).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('saving', () => {
  test('answers with the moment that 已保存 shows, and opens with the newest words', async () => {
    const draft = await desk.drafts.create();
    const { id: draftId } = draft.summary;
    const content = contentOf('开工');
    const { savedAt } = await desk.drafts.saveJournal({
      draftId,
      baseRevisionId: draft.revision.id,
      sequence: 1,
      content,
    });
    const again = await desk.drafts.open(draftId);
    expect(again).toMatchObject({ content, journalSequence: 1, recovered: false, summary: { updatedAt: savedAt } });
    expect(again.revision).toEqual(draft.revision);
  });

  test('after a crash the journal words are there, kept as a revision, and said to be recovered once', async () => {
    const draft = await desk.drafts.create();
    await type(draft, contentOf('写到一半'));
    const next = await restart();
    next.sit(firstReviewer);
    const found = await next.drafts.open(draft.summary.id);
    expect(found).toMatchObject({ content: contentOf('写到一半'), recovered: true, journalSequence: 1 });
    expect(found.revision).toMatchObject({ kind: 'recovered', by: writer, sequence: 2 });
    expect(await next.drafts.open(draft.summary.id)).toMatchObject({
      recovered: false,
      content: contentOf('写到一半'),
    });
  });

  test('words that were typed and taken back before a crash are no recovery', async () => {
    const draft = await desk.drafts.create();
    await type(draft, contentOf('写错'));
    await type(draft, draft.content);
    const next = await restart();
    expect(await next.drafts.open(draft.summary.id)).toMatchObject({ recovered: false, revision: { kind: 'created' } });
  });

  test('after a good end nothing is left to recover', async () => {
    const drafts = [await desk.drafts.create(), await desk.drafts.create()];
    for (const draft of drafts) await type(draft, contentOf('写完'));
    await desk.drafts.keepAll();
    const next = await restart();
    for (const draft of drafts) {
      expect(await next.drafts.open(draft.summary.id)).toMatchObject({ content: contentOf('写完'), recovered: false });
    }
  });

  test('a draft that nobody knows is refused', async () => {
    await expect(desk.drafts.open(ids.next())).rejects.toMatchObject({ code: 'draft-not-found' });
    await expect(desk.drafts.readRevision(ids.next())).rejects.toMatchObject({ code: 'not-found' });
    await expect(desk.drafts.restoreRevision(ids.next())).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('history', () => {
  test('brings an old revision back as a new one and keeps what stood there', async () => {
    const draft = await desk.drafts.create();
    await type(draft, contentOf('第一稿'));
    const first = await desk.drafts.saveRevision(draft.summary.id, 'manual');
    await type(draft, contentOf('第二稿'));
    const restored = await desk.drafts.restoreRevision(first.id);
    expect(restored).toMatchObject({ content: contentOf('第一稿'), revision: { kind: 'restored' }, recovered: false });
    const history = await desk.drafts.listRevisions(draft.summary.id);
    expect(history.map((revision) => revision.headline)).toEqual(['第一稿', '第二稿', '第一稿', '']);
    const [, second] = history;
    expect((await desk.drafts.readRevision(second?.id ?? '')).content).toEqual(contentOf('第二稿'));
  });
});

/** A draft that was changed here and on another machine. */
async function conflict(): Promise<OpenDraft> {
  const draft = await desk.drafts.create();
  await type(draft, contentOf('我改的'));
  await desk.store.keepIncoming({
    draftId: draft.summary.id,
    revisionId: ids.next(),
    parentId: draft.revision.id,
    content: contentOf('对方改的'),
    by: firstReviewer,
    at: '2026-11-23T07:00:00.000Z',
  });
  return desk.drafts.open(draft.summary.id);
}

describe('two sides changed', () => {
  test.each([
    ['mine', '我改的'],
    ['incoming', '对方改的'],
  ] as const)('going on with %s keeps both in the history', async (keep, headline) => {
    const draft = await conflict();
    expect(draft).toMatchObject({ summary: { conflict: true }, incoming: { headline: '对方改的' } });
    const resolved = await desk.drafts.resolveConflict(draft.summary.id, keep);
    expect(resolved).toMatchObject({
      incoming: null,
      revision: { kind: 'merged', headline },
      summary: { conflict: false },
    });
    const headlines = (await desk.drafts.listRevisions(draft.summary.id)).map((revision) => revision.headline);
    expect(headlines).toEqual(expect.arrayContaining(['我改的', '对方改的']));
    await expect(desk.drafts.resolveConflict(draft.summary.id, keep)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the trash', () => {
  test('closes a draft for writing and gives it back as it was', async () => {
    const draft = await desk.drafts.create();
    await type(draft, contentOf('误删'));
    const { id: draftId } = draft.summary;
    expect((await desk.trash.trash(draftId)).trashedAt).not.toBeNull();
    await expect(type(draft, contentOf('改'))).rejects.toMatchObject({ code: 'draft-locked' });
    await expect(desk.drafts.saveRevision(draftId, 'manual')).rejects.toMatchObject({ code: 'draft-locked' });
    const next = await restart();
    expect(await next.drafts.open(draftId)).toMatchObject({ content: contentOf('误删'), recovered: false });
    expect((await next.trash.untrash(draftId)).trashedAt).toBeNull();
    expect(await next.drafts.open(draftId)).toMatchObject({ content: contentOf('误删'), recovered: true });
  });

  test('gives a draft back with its comments, versions and reviews', async () => {
    const draft = await desk.drafts.create();
    const { id: draftId } = draft.summary;
    await type(draft, contentOf('误删'));
    await desk.drafts.saveRevision(draftId, 'manual');
    await desk.reviews.submit(draftId, '');
    await desk.comments.add({ draftId, commentId: ids.next(), quote: '误删', text: '请核。' });
    const before = await desk.drafts.open(draftId);
    const versions = await desk.drafts.listRevisions(draftId);
    await desk.trash.trash(draftId);
    await desk.trash.untrash(draftId);
    const after = await desk.drafts.open(draftId);
    expect({ ...after, summary: { ...after.summary, updatedAt: '' } }).toEqual({
      ...before,
      summary: { ...before.summary, updatedAt: '' },
    });
    expect(await desk.drafts.listRevisions(draftId)).toEqual(versions);
  });

  test('purges a draft for good and tells the windows', async () => {
    const draft = await desk.drafts.create();
    const { id: draftId } = draft.summary;
    await expect(desk.trash.purge(draftId)).rejects.toMatchObject({ code: 'draft-not-in-trash' });
    await desk.trash.trash(draftId);
    await desk.trash.purge(draftId);
    expect(desk.changed.at(-1)).toBe(draftId);
    await expect(desk.drafts.open(draftId)).rejects.toMatchObject({ code: 'draft-not-found' });
  });
});

describe('the list', () => {
  test('shows each role what it may decide', async () => {
    const draft = await desk.drafts.create();
    await type(draft, contentOf('待审'));
    await desk.reviews.submit(draft.summary.id, '');
    const request = {
      filter: 'to-review',
      sort: 'updated',
      query: '',
      reversed: false,
      earlier: false,
      cursor: null,
      limit: 50,
    } as const;
    expect((await desk.drafts.list(request)).items).toEqual([]);
    desk.sit(finalReviewer);
    expect((await desk.drafts.list(request)).items).toEqual([]);
    desk.sit(firstReviewer);
    const seen = await desk.drafts.list(request);
    expect(seen.items.map((item) => item.headline)).toEqual(['待审']);
    expect(seen.counts['to-review']).toBe(1);
  });
});
