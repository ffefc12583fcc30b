import { describe, expect, test } from 'vitest';
import type { ReviewRecord } from '#shared/model/review.ts';
import { reviewStatus } from '#shared/review/review-state.ts';
import { chainOf, passedAll, sha256, withRecord } from '#tests/builders/review-record.ts';
import { firstReviewer, secondReviewer, writer } from '#tests/builders/signatory.ts';
import { testId } from '#tests/fakes/counting-ids.ts';

const draftId = testId(1);
const present = sha256('present');
const other = sha256('other');
const by = (person: typeof writer, contentHash = present) => ({ draftId, contentHash, by: person });

describe('where a draft stands', () => {
  test.each<[string, readonly ReviewRecord[], string]>([
    ['nothing happened', [], 'drafting'],
    ['submitted', chainOf(draftId, present, []), 'first-review'],
    ['first passed', chainOf(draftId, present, passedAll.slice(0, 1)), 'second-review'],
    ['two passed', chainOf(draftId, present, passedAll.slice(0, 2)), 'final-review'],
    ['all passed', chainOf(draftId, present, passedAll), 'signed-off'],
    ['returned', chainOf(draftId, present, [['first', 'return']]), 'returned'],
    [
      'asked to be revised late',
      chainOf(draftId, present, [
        ['first', 'pass'],
        ['second', 'revise'],
      ]),
      'returned',
    ],
    ['all passed on other words', chainOf(draftId, other, passedAll), 'first-review'],
    ['withdrawn', withRecord(chainOf(draftId, present, passedAll), { kind: 'withdraw' }, by(writer)), 'drafting'],
    [
      'sent in again after a return',
      withRecord(chainOf(draftId, present, [['first', 'return']]), { kind: 'submit' }, by(writer)),
      'first-review',
    ],
  ])('when %s', (_when, records, state) => {
    expect(reviewStatus(records, present).state).toBe(state);
  });

  test('an edit voids the step it follows and those after, but not one that was done on the new words', () => {
    const before = chainOf(draftId, other, passedAll.slice(0, 2));
    expect(reviewStatus(before, present)).toMatchObject({ next: 'first', voided: ['first', 'second'], passed: {} });
    const again = withRecord(before, { kind: 'decide', step: 'first', decision: 'pass' }, by(firstReviewer));
    const status = reviewStatus(again, present);
    expect(status).toMatchObject({ state: 'second-review', next: 'second', voided: ['second'] });
    expect(status.passed.first?.by).toEqual(firstReviewer);
  });

  test('a later step counts only when those before it do', () => {
    const gap = withRecord(
      chainOf(draftId, present, []),
      { kind: 'decide', step: 'second', decision: 'pass' },
      by(secondReviewer),
    );
    expect(reviewStatus(gap, present)).toMatchObject({ state: 'first-review', voided: ['second'] });
  });

  test('reviews of an earlier submission do not count', () => {
    const again = withRecord(
      withRecord(chainOf(draftId, present, passedAll), { kind: 'withdraw' }, by(writer)),
      { kind: 'submit' },
      by(writer),
    );
    expect(reviewStatus(again, present)).toMatchObject({ state: 'first-review', passed: {}, voided: [] });
  });
});
