import { beforeEach, describe, expect, test } from 'vitest';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';
import { openTestDesk, type TestDesk } from '#tests/helpers/test-desk.ts';

let desk: TestDesk;
let draftId: string;

beforeEach(async () => {
  desk = await openTestDesk();
  draftId = (await desk.drafts.create()).summary.id;
  desk.sit(firstReviewer);
});

const add = async (commentId = desk.comments.newId()) =>
  desk.comments.add({ draftId, commentId, quote: '三月', text: '请核对日期' });

describe('comments', () => {
  test('are signed, come with the draft, and are told to the window', async () => {
    const comment = await add();
    expect(comment).toMatchObject({ by: firstReviewer, quote: '三月', resolvedAt: null });
    expect((await desk.drafts.open(draftId)).comments).toEqual([comment]);
    expect(desk.changed.at(-1)).toBe(draftId);
  });

  test('are settled and opened again, by whoever does it', async () => {
    const { id } = await add();
    desk.sit(writer);
    const settled = await desk.comments.resolve(id, true);
    expect(settled).toMatchObject({ resolvedBy: writer, by: firstReviewer });
    expect(settled.resolvedAt).not.toBeNull();
    expect(await desk.comments.resolve(id, false)).toMatchObject({ resolvedBy: null, resolvedAt: null });
  });

  test('are refused under an id that is taken, and for what is not there', async () => {
    const { id } = await add();
    await expect(add(id)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(desk.comments.resolve(desk.comments.newId(), true)).rejects.toMatchObject({ code: 'not-found' });
    const stray = { draftId: desk.comments.newId(), commentId: desk.comments.newId(), quote: '', text: '无主' };
    await expect(desk.comments.add(stray)).rejects.toMatchObject({ code: 'draft-not-found' });
  });
});
