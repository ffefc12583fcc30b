import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Document, InlineNode } from '#shared/document/schema.ts';
import { blockText, walk } from '#shared/document/walk.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { releaseWith, storedPicture } from '#tests/builders/package-inputs.ts';
import { finalReviewer, firstReviewer, secondReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDesk, type TestDesk } from '#tests/helpers/open-test-desk.ts';

/** The writer's desk with a draft that waits for its first review, and the reviewer's desk on another machine. */
async function twoDesks() {
  const writers = await openTestDesk();
  const reviewers = await openTestDesk({ start: '2026-11-23T09:00:00.000Z' });
  reviewers.sit(firstReviewer);
  const asset = await storedPicture(writers.media, '#803020');
  await writers.store.saveAsset({ asset });
  const draft = await writers.drafts.createFrom(releaseWith([asset]), 'created');
  const draftId = draft.summary.id;
  await writers.reviews.submit(draftId, '请审');
  return { writers, reviewers, draftId, asset };
}

/** Carries a draft from one desk to the other, as on a stick; the receiver trusts the sender's key. */
async function carry(from: TestDesk, to: TestDesk, draftId: string) {
  const file = await from.reviewFiles.write(draftId);
  const carried = join(to.folder, `carried-${file.name}`);
  await copyFile(file.path, carried);
  const { fingerprint } = await from.keys.signingKey('review');
  return to.reviewFiles.readFile(carried, fingerprint);
}

async function edit(desk: TestDesk, draftId: string, headline: string): Promise<DraftContent> {
  const open = await desk.drafts.open(draftId);
  const content = { ...open.content, metadata: { ...open.content.metadata, headline } };
  await desk.drafts.saveJournal({
    draftId,
    baseRevisionId: open.revision.id,
    sequence: open.journalSequence + 1,
    content,
  });
  return content;
}

/** Puts a comment on two characters of the first paragraph. */
async function comment(desk: TestDesk, draftId: string, start: number): Promise<string> {
  const open = await desk.drafts.open(draftId);
  const [first, ...others] = open.content.document.children;
  const text = first ? blockText(first) : '';
  const id = desk.comments.newId();
  await desk.comments.add({ draftId, commentId: id, quote: text.slice(start, start + 2), text: '请核对。' });
  const words = (from: number, to: number): InlineNode[] =>
    from < to ? [{ type: 'text', text: text.slice(from, to) }] : [];
  const marked: InlineNode = {
    type: 'comment-mark',
    ids: [id],
    children: [{ type: 'text', text: text.slice(start, start + 2) }],
  };
  const children = [...words(0, start), marked, ...words(start + 2, text.length)];
  const document: Document = { ...open.content.document, children: [{ type: 'paragraph', children }, ...others] };
  await desk.drafts.saveJournal({
    draftId,
    baseRevisionId: open.revision.id,
    sequence: open.journalSequence + 1,
    content: { ...open.content, document },
  });
  return id;
}

describe('a review file', () => {
  test('brings a draft to another data folder with its reviews and pictures, but not the originals', async () => {
    const { writers, reviewers, draftId, asset } = await twoDesks();
    expect(await carry(writers, reviewers, draftId)).toEqual({ draftId, outcome: 'created', reviewsForked: false });
    const there = await reviewers.drafts.open(draftId);
    expect(there.content).toEqual((await writers.drafts.open(draftId)).content);
    expect(there.summary).toMatchObject({ state: 'first-review', authorId: writer.id, authorName: writer.name });
    expect(there.reviews.map(({ act, note }) => [act.kind, note])).toEqual([['submit', '请审']]);
    expect(there.assets).toEqual([{ ...asset, hasOriginal: false }]);
    expect(await reviewers.media.path(asset.display.sha256)).not.toBeNull();
    expect(await reviewers.media.path(asset.sha256)).toBeNull();
  });

  test('comes back as a new revision with edits, comments and a decision', async () => {
    const { writers, reviewers, draftId } = await twoDesks();
    await carry(writers, reviewers, draftId);
    const edited = await edit(reviewers, draftId, '审核员改过的标题');
    const commentId = reviewers.comments.newId();
    await reviewers.comments.add({ draftId, commentId, quote: '房屋', text: '请核对数字。' });
    await reviewers.reviews.decide(draftId, 'first', 'pass', '文字已改');
    expect(await carry(reviewers, writers, draftId)).toMatchObject({ outcome: 'updated', reviewsForked: false });
    const back = await writers.drafts.open(draftId);
    expect(back.content).toEqual(edited);
    expect(back.summary).toMatchObject({ state: 'second-review', conflict: false });
    expect(back.comments).toMatchObject([{ id: commentId, text: '请核对数字。', by: firstReviewer }]);
    expect(back.revision).toMatchObject({ kind: 'incoming', by: firstReviewer });
    expect(await carry(reviewers, writers, draftId)).toMatchObject({ outcome: 'unchanged' });
  });

  test('keeps both sides when both changed, and shows it', async () => {
    const { writers, reviewers, draftId } = await twoDesks();
    await carry(writers, reviewers, draftId);
    const theirs = await edit(reviewers, draftId, '审核员的标题');
    const mine = await edit(writers, draftId, '拟稿员的标题');
    expect(await carry(reviewers, writers, draftId)).toMatchObject({ outcome: 'conflict' });
    const open = await writers.drafts.open(draftId);
    expect(open.content).toEqual(mine);
    expect(open.summary.conflict).toBe(true);
    const incoming = await writers.drafts.readRevision(open.incoming?.id ?? '');
    expect(incoming.content).toEqual(theirs);
    expect(await carry(reviewers, writers, draftId)).toMatchObject({ outcome: 'conflict' });

    await writers.drafts.resolveConflict(draftId, 'incoming');
    expect(await carry(writers, reviewers, draftId)).toMatchObject({ outcome: 'unchanged' });
    expect((await reviewers.drafts.open(draftId)).content).toEqual(theirs);
  });

  test('joins comments that both sides set on the same words, without a conflict', async () => {
    const { writers, reviewers, draftId } = await twoDesks();
    await carry(writers, reviewers, draftId);
    const mine = await comment(writers, draftId, 0);
    const theirs = await comment(reviewers, draftId, 4);
    expect(await carry(reviewers, writers, draftId)).toMatchObject({ outcome: 'updated' });
    const open = await writers.drafts.open(draftId);
    const marks = [...walk(open.content.document)].flatMap((node) => (node.type === 'comment-mark' ? node.ids : []));
    expect(marks).toEqual([mine, theirs]);
    expect(open.comments.map(({ id }) => id).sort()).toEqual([mine, theirs].sort());
    expect(open.summary).toMatchObject({ state: 'first-review', conflict: false });
    expect(await carry(writers, reviewers, draftId)).toMatchObject({ outcome: 'updated' });
    expect((await reviewers.drafts.open(draftId)).content).toEqual(open.content);
  });

  test('of an older state changes nothing once its words were seen', async () => {
    const { writers, reviewers, draftId } = await twoDesks();
    const first = await writers.reviewFiles.write(draftId);
    const { fingerprint } = await writers.keys.signingKey('review');
    await carry(writers, reviewers, draftId);
    const edited = await edit(reviewers, draftId, '改过的标题');
    expect(await reviewers.reviewFiles.readFile(first.path, fingerprint)).toMatchObject({ outcome: 'unchanged' });
    expect((await reviewers.drafts.open(draftId)).content).toEqual(edited);
  });

  test('goes through three persons on three machines and ends signed off where it began', async () => {
    const { writers, reviewers, draftId } = await twoDesks();
    const section = await openTestDesk({ start: '2026-11-23T10:00:00.000Z' });
    const leader = await openTestDesk({ start: '2026-11-23T11:00:00.000Z' });
    section.sit(secondReviewer);
    leader.sit(finalReviewer);
    await carry(writers, reviewers, draftId);
    await reviewers.reviews.decide(draftId, 'first', 'pass', '');
    await carry(reviewers, section, draftId);
    await section.reviews.decide(draftId, 'second', 'pass', '');
    await carry(section, leader, draftId);
    await leader.reviews.decide(draftId, 'final', 'pass', '');
    await carry(leader, writers, draftId);
    expect((await writers.drafts.open(draftId)).summary.state).toBe('signed-off');
  });

  test('whose reviews went another way than ours leaves ours standing and says so', async () => {
    const { writers, reviewers, draftId } = await twoDesks();
    await carry(writers, reviewers, draftId);
    await writers.reviews.withdraw(draftId, '还要改');
    const theirs = await edit(reviewers, draftId, '审核员的标题');
    await reviewers.reviews.decide(draftId, 'first', 'pass', '');
    expect(await carry(reviewers, writers, draftId)).toMatchObject({ outcome: 'conflict', reviewsForked: true });
    const open = await writers.drafts.open(draftId);
    expect(open.reviews.map(({ act }) => act.kind)).toEqual(['submit', 'withdraw']);
    expect((await writers.drafts.readRevision(open.incoming?.id ?? '')).content).toEqual(theirs);
  });

  test('by an unknown key waits for trust, which is kept', async () => {
    const { writers, reviewers, draftId } = await twoDesks();
    const file = await writers.reviewFiles.write(draftId);
    const { fingerprint } = await writers.keys.signingKey('review');
    const unknown = { code: 'review-key-unknown', params: { fingerprint, name: '市住建局 拟稿员甲' } };
    await expect(reviewers.reviewFiles.readFile(file.path, null)).rejects.toMatchObject(unknown);
    await expect(reviewers.reviewFiles.readFile(file.path, '0'.repeat(16))).rejects.toMatchObject(unknown);
    await expect(reviewers.drafts.open(draftId)).rejects.toMatchObject({ code: 'draft-not-found' });
    await reviewers.reviewFiles.readFile(file.path, fingerprint);
    expect(await reviewers.reviewFiles.readFile(file.path, null)).toMatchObject({ outcome: 'unchanged' });
  });
});
