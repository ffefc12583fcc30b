import type { ReviewService } from '#main/services/review-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function reviewHandlers(reviews: ReviewService) {
  return {
    'review:submit': async ({ draftId, note }) => reviews.submit(draftId, note),
    'review:withdraw': async ({ draftId, note }) => reviews.withdraw(draftId, note),
    'review:decide': async ({ draftId, step, decision, note }) => reviews.decide(draftId, step, decision, note),
    'review:list-records': async ({ draftId }) => [...(await reviews.listRecords(draftId))],
  } satisfies Handlers<'review:submit' | 'review:withdraw' | 'review:decide' | 'review:list-records'>;
}
