import { reviewRecordHash } from '#main/publishing/bag-metadata.ts';
import { checksum } from '#main/files/checksum.ts';
import { hashableContent, type DraftContent } from '#shared/model/draft.ts';
import type { Signatory } from '#shared/model/person.ts';
import type { ReviewRecord } from '#shared/model/review.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { finalReviewer, firstReviewer, secondReviewer, writer } from './signatory.ts';

export function contentHashOf(content: DraftContent): string {
  return checksum('sha256', hashableContent(content));
}

/** The chain with one more record at its end. */
export function withRecord(
  records: readonly ReviewRecord[],
  draftId: string,
  content: DraftContent,
  by: Signatory,
  act: ReviewRecord['act'],
  seed = 0xb,
): readonly ReviewRecord[] {
  const sequence = records.length + 1;
  const record = {
    id: testId(sequence, seed),
    draftId,
    sequence,
    act,
    by,
    note: '',
    at: `2026-11-23T0${sequence}:00:00.000Z`,
    contentHash: contentHashOf(content),
    previousHash: records.at(-1)?.hash ?? null,
  };
  return [...records, { ...record, hash: reviewRecordHash(record) }];
}

/** Submitted and passed by three persons: signed off. */
export function signedOff(draftId: string, content: DraftContent): readonly ReviewRecord[] {
  const submitted = withRecord([], draftId, content, writer, { kind: 'submit' });
  const reviewers = [firstReviewer, secondReviewer, finalReviewer];
  return (['first', 'second', 'final'] as const).reduce(
    (records, step, index) =>
      withRecord(records, draftId, content, reviewers[index] ?? writer, { kind: 'decide', step, decision: 'pass' }),
    submitted,
  );
}
