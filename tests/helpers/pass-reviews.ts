import { finalReviewer, firstReviewer, secondReviewer, writer } from '#tests/builders/signatory.ts';
import type { TestDesk } from './open-test-desk.ts';

/** Sends a draft in and lets three persons pass it, all at one desk. */
export async function passReviews(desk: TestDesk, draftId: string): Promise<void> {
  desk.sit(writer);
  await desk.reviews.submit(draftId, '');
  for (const [step, reviewer] of [
    ['first', firstReviewer],
    ['second', secondReviewer],
    ['final', finalReviewer],
  ] as const) {
    desk.sit(reviewer);
    await desk.reviews.decide(draftId, step, 'pass', '');
  }
}
