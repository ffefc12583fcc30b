import { beforeEach, describe, expect, test } from 'vitest';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { Signatory } from '#shared/model/person.ts';
import type { ReviewStep } from '#shared/model/review.ts';
import { signOffRefusal } from '#shared/review/may-review.ts';
import { sealedText } from '#shared/review/seal-record.ts';
import { contentOf } from '#tests/builders/content.ts';
import { sha256 } from '#tests/builders/review-record.ts';
import { finalReviewer, firstReviewer, secondReviewer, writer } from '#tests/builders/signatory.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { openTestDesk, type TestDesk } from '#tests/helpers/test-desk.ts';

const reviewers: readonly (readonly [ReviewStep, Signatory])[] = [
  ['first', firstReviewer],
  ['second', secondReviewer],
  ['final', finalReviewer],
];

let desk: TestDesk;
let draftId: string;

beforeEach(async () => {
  desk = await openTestDesk();
  draftId = (await desk.drafts.create()).summary.id;
  await type('送审稿');
});

async function type(headline: string): Promise<void> {
  const { revision, journalSequence } = await desk.drafts.open(draftId);
  const content = contentOf(headline);
  await desk.drafts.saveJournal({ draftId, baseRevisionId: revision.id, sequence: journalSequence + 1, content });
}

async function submit(person = writer): Promise<OpenDraft> {
  desk.sit(person);
  return desk.reviews.submit(draftId, '');
}

async function pass(step: ReviewStep, person: Signatory): Promise<OpenDraft> {
  desk.sit(person);
  return desk.reviews.decide(draftId, step, 'pass', '');
}

const state = async () => (await desk.drafts.open(draftId)).summary.state;

describe('three reviews', () => {
  test('in order by three persons sign a draft off, each bound to the exact words it kept', async () => {
    const states = [(await submit()).summary.state];
    for (const [step, person] of reviewers) states.push((await pass(step, person)).summary.state);
    expect(states).toEqual(['first-review', 'second-review', 'final-review', 'signed-off']);

    const { reviews, revision } = await desk.drafts.open(draftId);
    expect(reviews.map((record) => [record.sequence, record.act.kind, record.by.name])).toEqual([
      [1, 'submit', writer.name],
      [2, 'decide', firstReviewer.name],
      [3, 'decide', secondReviewer.name],
      [4, 'decide', finalReviewer.name],
    ]);
    expect(new Set(reviews.map((record) => record.contentHash))).toEqual(new Set([revision.contentHash]));
    expect(
      signOffRefusal(reviews, writer.id, revision.contentHash, (record) => sha256(sealedText(record))),
    ).toBeUndefined();

    const history = await desk.drafts.listRevisions(draftId);
    expect(history.filter((kept) => kept.kind === 'state')).toHaveLength(4);
    expect(await desk.reviews.listRecords(draftId)).toEqual(reviews);
    expect(desk.changed.filter((changed) => changed === draftId).length).toBeGreaterThanOrEqual(5);
  });

  test('come in their order', async () => {
    desk.sit(firstReviewer);
    await expect(desk.reviews.decide(draftId, 'first', 'pass', '')).rejects.toMatchObject({
      code: 'review-out-of-order',
    });
    await submit();
    desk.sit(secondReviewer);
    await expect(desk.reviews.decide(draftId, 'second', 'pass', '')).rejects.toMatchObject({
      code: 'review-out-of-order',
    });
    await expect(desk.reviews.submit(draftId, '')).rejects.toMatchObject({ code: 'review-out-of-order' });
    expect(await desk.reviews.listRecords(draftId)).toHaveLength(1);
  });

  test('are for the roles that may', async () => {
    await submit();
    desk.sit(secondReviewer);
    await expect(desk.reviews.decide(draftId, 'first', 'pass', '')).rejects.toMatchObject({ code: 'review-role' });
    desk.sit({ ...finalReviewer, role: 'nobody' });
    await expect(desk.reviews.decide(draftId, 'first', 'pass', '')).rejects.toMatchObject({ code: 'review-role' });
  });

  test('are never done by the author, nor by whoever sent the draft in', async () => {
    await submit(firstReviewer);
    desk.sit(firstReviewer);
    await expect(desk.reviews.decide(draftId, 'first', 'pass', '')).rejects.toMatchObject({ code: 'review-author' });
    desk.sit({ ...writer, role: 'section-head' });
    await expect(desk.reviews.decide(draftId, 'first', 'pass', '')).rejects.toMatchObject({ code: 'review-author' });
  });

  test('are never two by one person, whatever roles they have', async () => {
    await submit();
    await pass('first', firstReviewer);
    desk.sit({ ...firstReviewer, role: 'office-head' });
    await expect(desk.reviews.decide(draftId, 'second', 'pass', '')).rejects.toMatchObject({
      code: 'review-same-person',
    });
  });

  test('cannot be asked for by a role that does not write, nor for a draft in the trash', async () => {
    await expect(submit(finalReviewer)).rejects.toMatchObject({ code: 'not-allowed' });
    await desk.trash.trash(draftId);
    await expect(submit()).rejects.toMatchObject({ code: 'draft-locked' });
    await expect(desk.reviews.submit(testId(99), '')).rejects.toMatchObject({ code: 'draft-not-found' });
  });
});

describe('a later edit', () => {
  test.each([1, 2, 3])('after %i passes takes them all away, and the reviews begin again', async (count) => {
    await submit();
    for (const [step, person] of reviewers.slice(0, count)) await pass(step, person);
    await type('改过的稿');
    expect(await state()).toBe('first-review');
    for (const [step, person] of reviewers) await pass(step, person);
    expect(await state()).toBe('signed-off');
    const { reviews, revision } = await desk.drafts.open(draftId);
    expect(reviews).toHaveLength(1 + count + 3);
    expect(reviews.at(-1)?.contentHash).toBe(revision.contentHash);
  });

  test('is seen in the list at once, by typing and by restoring', async () => {
    await submit();
    for (const [step, person] of reviewers) await pass(step, person);
    const request = {
      filter: 'to-publish',
      sort: 'updated',
      query: '',
      reversed: false,
      earlier: false,
      cursor: null,
      limit: 10,
    } as const;
    expect((await desk.drafts.list(request)).items).toHaveLength(1);
    const before = (await desk.drafts.listRevisions(draftId)).at(-1);
    await desk.drafts.restoreRevision(before?.id ?? '');
    expect((await desk.drafts.list(request)).items).toEqual([]);
  });

  test('of comment marks alone takes nothing away', async () => {
    await submit();
    await pass('first', firstReviewer);
    const { revision, journalSequence } = await desk.drafts.open(draftId);
    const content = contentOf('送审稿', [
      {
        type: 'paragraph',
        children: [
          { type: 'comment-mark', ids: [desk.comments.newId()], children: [{ type: 'text', text: '正文第一段。' }] },
        ],
      },
    ]);
    await desk.drafts.saveJournal({ draftId, baseRevisionId: revision.id, sequence: journalSequence + 1, content });
    expect(await state()).toBe('second-review');
  });
});

describe('sending back', () => {
  test.each(['return', 'revise'] as const)(
    'by %s needs a reason, and the author sends it in again',
    async (decision) => {
      await submit();
      desk.sit(firstReviewer);
      for (const note of ['', '  ']) {
        await expect(desk.reviews.decide(draftId, 'first', decision, note)).rejects.toMatchObject({
          code: 'review-note-missing',
        });
      }
      const returned = await desk.reviews.decide(draftId, 'first', decision, ' 数字请核实 ');
      expect(returned.summary.state).toBe('returned');
      expect(returned.reviews.at(-1)?.note).toBe('数字请核实');
      desk.sit(writer);
      await type('核实后的稿');
      expect(await state()).toBe('returned');
      expect((await submit()).summary.state).toBe('first-review');
    },
  );

  test('a draft can be taken back by its author until it is published', async () => {
    await submit();
    await pass('first', firstReviewer);
    desk.sit(secondReviewer);
    await expect(desk.reviews.withdraw(draftId, '')).rejects.toMatchObject({ code: 'not-allowed' });
    desk.sit(writer);
    expect((await desk.reviews.withdraw(draftId, '')).summary.state).toBe('drafting');
    await expect(desk.reviews.withdraw(draftId, '')).rejects.toMatchObject({ code: 'review-out-of-order' });
  });
});

describe('publication', () => {
  test('shows in the state, and cannot be taken back or reviewed', async () => {
    await submit();
    for (const [step, person] of reviewers) await pass(step, person);
    expect((await desk.drafts.markPublished(draftId)).state).toBe('published');
    desk.sit(writer);
    await expect(desk.reviews.withdraw(draftId, '')).rejects.toMatchObject({ code: 'review-out-of-order' });
    await expect(desk.reviews.submit(draftId, '')).rejects.toMatchObject({ code: 'review-out-of-order' });
  });
});
