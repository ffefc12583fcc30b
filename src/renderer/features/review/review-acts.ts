import { call } from '#renderer/api/desk-api.ts';
import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { notify } from '#renderer/session/notices.ts';
import type { ReviewDecision, ReviewStep } from '#shared/model/review.ts';

function tell(title: string): void {
  notify({ intent: 'success', title, passing: true, topic: 'review' });
}

export async function submit(draftId: string, note: string): Promise<void> {
  await draftActs().flush();
  draftActs().replace(await call('review:submit', { draftId, note }));
  tell(translate('review.submitted'));
}

export async function withdraw(draftId: string, note: string): Promise<void> {
  await draftActs().flush();
  draftActs().replace(await call('review:withdraw', { draftId, note }));
  tell(translate('review.withdrawn'));
}

export async function decide(draftId: string, step: ReviewStep, decision: ReviewDecision, note: string): Promise<void> {
  // The decision binds to the exact words: what the reviewer changed must be in before.
  await draftActs().flush();
  draftActs().replace(await call('review:decide', { draftId, step, decision, note }));
  tell(translate('review.decided', { step: translate(`review.step.${step}`) }));
}
