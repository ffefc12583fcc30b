import { useText } from '#renderer/i18n/text.ts';
import { Card } from '#renderer/ui/Card.tsx';
import { Stepper, type StepperStep } from '#renderer/ui/Stepper.tsx';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import { reviewSteps, type ReviewStep } from '#shared/model/review.ts';
import { useReviewStatus } from './use-review-status.ts';

/** 稿签: where the draft stands between writing and sign-off. */
export function ReviewSteps({ opened }: { readonly opened: OpenDraft }) {
  const text = useText();
  return (
    <Card title={text('review.title')}>
      <ReviewStepper opened={opened} />
    </Card>
  );
}

export function ReviewStepper({ opened }: { readonly opened: OpenDraft }) {
  const text = useText();
  const { status } = useReviewStatus(opened);
  const writing = status.state === 'drafting' || status.state === 'returned';

  const stateOf = (step: ReviewStep): StepperStep['state'] => {
    if (status.passed[step]) return 'done';
    if (status.next === step) return 'now';
    return status.voided.includes(step) ? 'voided' : 'waiting';
  };
  const steps: readonly StepperStep[] = [
    {
      label: text('review.step.draft'),
      mark: '●',
      state: writing ? 'now' : 'done',
      stateWords: text(writing ? 'review.stepState.now' : 'review.stepState.done'),
    },
    ...reviewSteps.map((step, index) => {
      const state = stateOf(step);
      return {
        label: text(`review.step.${step}`),
        mark: String(index + 1),
        state,
        stateWords: text(`review.stepState.${state}`),
      };
    }),
  ];
  return <Stepper steps={steps} label={text('review.title')} />;
}
