import { expect, test } from 'vitest';
import { systemHash } from '#main/files/system-hash.ts';
import { assertSignedOff } from '#main/services/assert-signed-off.ts';
import { contentOf } from '#tests/builders/content.ts';
import { exporter, writer } from '#tests/builders/signatory.ts';
import { openTestDesk } from '#tests/helpers/open-test-desk.ts';
import { passReviews } from '#tests/helpers/pass-reviews.ts';

/** A signed-off draft with the revision that its package would hold. */
async function signedOff() {
  const desk = await openTestDesk();
  const { summary, revision } = await desk.drafts.createFrom(contentOf('市住建局开展检查'), 'created');
  await passReviews(desk, summary.id);
  const check = async (): Promise<void> =>
    assertSignedOff({ store: desk.store, hash: systemHash }, { draftId: summary.id, revisionId: revision.id });
  return { desk, draftId: summary.id, check };
}

test('words that three persons passed may be sent', async () => {
  const { check } = await signedOff();
  await check();
});

test('not once the sign-off was taken back', async () => {
  const { desk, draftId, check } = await signedOff();
  desk.sit(writer);
  await desk.reviews.withdraw(draftId, '还要改');
  await expect(check()).rejects.toMatchObject({ code: 'not-signed-off' });
});

test('not once the draft lies in the recycle bin', async () => {
  const { desk, draftId, check } = await signedOff();
  desk.sit(exporter);
  await desk.store.setTrashed({ draftId, trashedAt: '2026-11-28T00:00:00.000Z', at: '2026-11-28T00:00:00.000Z' });
  await expect(check()).rejects.toMatchObject({ code: 'draft-locked' });
});

test('not when nobody knows the package’s words', async () => {
  const { desk, draftId } = await signedOff();
  const ports = { store: desk.store, hash: systemHash };
  const revisionId = '01980000-0000-7000-800d-00000000dead';
  await expect(assertSignedOff(ports, { draftId, revisionId })).rejects.toMatchObject({ code: 'not-found' });
});
