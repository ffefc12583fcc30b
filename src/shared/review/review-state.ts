import type { DraftState } from '../model/draft.ts';
import { reviewSteps, type ReviewRecord, type ReviewStep } from '../model/review.ts';

/** What the chain of records says about the content as it is now. */
export interface ReviewStatus {
  readonly state: Exclude<DraftState, 'published'>;
  /** The step that is asked for now; null while drafting, after a return and when signed off. */
  readonly next: ReviewStep | null;
  /** The record that passed each step, where it still binds to the content. */
  readonly passed: Readonly<Partial<Record<ReviewStep, ReviewRecord>>>;
  /** Steps that were passed since the last submission but voided by a later edit. */
  readonly voided: readonly ReviewStep[];
  /** The last return or request for changes, while it stands. */
  readonly returned: ReviewRecord | null;
}

/** The state in which a step is asked for. */
export const stateForStep = { first: 'first-review', second: 'second-review', final: 'final-review' } as const;

/**
 * Derives the status. A pass counts only when it binds to the present content and every step before it does too:
 * a later edit voids that step and the ones after it.
 * @param records the chain in order of sequence
 * @param contentHash SHA-256 of the present content, comment marks aside
 */
export function reviewStatus(records: readonly ReviewRecord[], contentHash: string): ReviewStatus {
  const since = records.slice(records.findLastIndex((record) => record.act.kind === 'submit'));
  const submitted = since[0]?.act.kind === 'submit';
  const withdrawn = since.some((record) => record.act.kind === 'withdraw');
  if (!submitted || withdrawn) return { state: 'drafting', next: null, passed: {}, voided: [], returned: null };

  const returned = since.findLast((record) => record.act.kind === 'decide' && record.act.decision !== 'pass') ?? null;
  if (returned) return { state: 'returned', next: null, passed: {}, voided: [], returned };

  const passed: Partial<Record<ReviewStep, ReviewRecord>> = {};
  const voided: ReviewStep[] = [];
  let next: ReviewStep | null = null;
  for (const step of reviewSteps) {
    const record = since.findLast((entry) => entry.act.kind === 'decide' && entry.act.step === step);
    if (next === null && record?.contentHash === contentHash) {
      passed[step] = record;
    } else {
      next ??= step;
      if (record) voided.push(step);
    }
  }
  return { state: next ? stateForStep[next] : 'signed-off', next, passed, voided, returned: null };
}
