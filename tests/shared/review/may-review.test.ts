import { describe, expect, test } from 'vitest';
import type { ReviewRecord, ReviewStep } from '#shared/model/review.ts';
import { reviewRefusal, signOffRefusal } from '#shared/review/may-review.ts';
import { sealedText } from '#shared/review/seal-record.ts';
import { testProfile } from '#tests/builders/bureau-profile.ts';
import { chainOf, passedAll, sha256, withRecord } from '#tests/builders/review-record.ts';
import { finalReviewer, firstReviewer, secondReviewer, writer } from '#tests/builders/signatory.ts';
import { testId } from '#tests/fakes/counting-ids.ts';

const draftId = testId(1);
const contentHash = sha256('present');
const hashOf = (record: Omit<ReviewRecord, 'hash'>) => sha256(sealedText(record));

function refusal(person: typeof writer, step: ReviewStep, records: readonly ReviewRecord[], authorId = writer.id) {
  return reviewRefusal(person, step, { authorId, contentHash, records }, testProfile);
}

const decide = (step: ReviewStep) => ({ kind: 'decide', step, decision: 'pass' }) as const;

describe('whether somebody may decide', () => {
  const submitted = chainOf(draftId, contentHash, []);
  const firstPassed = chainOf(draftId, contentHash, passedAll.slice(0, 1));

  test('the right person at the right time may', () => {
    expect(refusal(firstReviewer, 'first', submitted)).toBeUndefined();
    expect(refusal(secondReviewer, 'second', firstPassed)).toBeUndefined();
    expect(refusal(finalReviewer, 'final', chainOf(draftId, contentHash, passedAll.slice(0, 2)))).toBeUndefined();
  });

  test.each([
    ['before anything was sent in', firstReviewer, 'first', [], 'review-out-of-order'],
    ['ahead of the order', secondReviewer, 'second', submitted, 'review-out-of-order'],
    ['a step that is done', firstReviewer, 'first', firstPassed, 'review-out-of-order'],
    ['with a role that may not', secondReviewer, 'first', submitted, 'review-role'],
    ['as the one who sent it in', { ...writer, role: 'section-head' }, 'first', submitted, 'review-author'],
    ['twice in one round', { ...firstReviewer, role: 'office-head' }, 'second', firstPassed, 'review-same-person'],
  ] as const)('not %s', (_how, person, step, records, code) => {
    expect(refusal(person, step, records, testId(99))).toBe(code);
  });

  test('not as the author, whoever sent it in', () => {
    expect(refusal(firstReviewer, 'first', submitted, firstReviewer.id)).toBe('review-author');
  });
});

describe('whether a chain signs content off', () => {
  const chain = chainOf(draftId, contentHash, passedAll);
  const judge = (records: readonly ReviewRecord[], authorId = writer.id) =>
    signOffRefusal(records, authorId, contentHash, hashOf);

  test('a whole one does', () => expect(judge(chain)).toBeUndefined());

  test('one that was touched does not', () => {
    for (const index of chain.keys()) {
      const changed = chain.map((record, at) => (at === index ? { ...record, note: '改' } : record));
      expect(judge(changed)).toBe('metadata-invalid');
      if (index < chain.length - 1) expect(judge(chain.toSpliced(index, 1))).toBe('metadata-invalid');
    }
    expect(judge(chain.toReversed())).toBe('metadata-invalid');
  });

  test('one that ends early, or is of other words, does not', () => {
    expect(judge(chain.slice(0, -1))).toBe('not-signed-off');
    expect(judge([])).toBe('not-signed-off');
    expect(signOffRefusal(chain, writer.id, sha256('other'), hashOf)).toBe('not-signed-off');
  });

  test('one in which the author or one person twice decided does not', () => {
    expect(judge(chain, secondReviewer.id)).toBe('review-author');
    const fields = { draftId, contentHash, by: firstReviewer };
    const twice = withRecord(
      withRecord(chainOf(draftId, contentHash, passedAll.slice(0, 1)), decide('second'), {
        ...fields,
        by: secondReviewer,
      }),
      decide('final'),
      fields,
    );
    expect(judge(twice)).toBe('review-same-person');
  });
});
