import { createHash } from 'node:crypto';
import { hashableContent, type DraftContent } from '#shared/model/draft.ts';
import type { Signatory } from '#shared/model/person.ts';
import type { ReviewDecision, ReviewRecord, ReviewStep } from '#shared/model/review.ts';
import { nextRecord } from '#shared/review/seal-record.ts';
import { systemIds } from '#main/files/system-ids.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { finalReviewer, firstReviewer, secondReviewer, writer } from './signatory.ts';

const ids = systemIds();

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A chain with one more record at its end. */
export function withRecord(
  chain: readonly ReviewRecord[],
  act: ReviewRecord['act'],
  fields: {
    readonly draftId: string;
    readonly contentHash: string;
    readonly by: Signatory;
    readonly note?: string;
    readonly id?: string;
  },
): readonly ReviewRecord[] {
  const at = new Date(Date.parse('2026-11-23T07:00:00.000Z') + chain.length * 60_000).toISOString();
  return [...chain, nextRecord(chain, { id: ids.next(), act, note: '', at, ...fields }, sha256)];
}

const reviewers: Readonly<Record<ReviewStep, Signatory>> = {
  first: firstReviewer,
  second: secondReviewer,
  final: finalReviewer,
};

/** Submitted by the writer, then decided by the sample reviewers, all on the same content. */
export function chainOf(
  draftId: string,
  contentHash: string,
  decisions: readonly (readonly [ReviewStep, ReviewDecision])[],
): readonly ReviewRecord[] {
  const submitted = withRecord([], { kind: 'submit' }, { draftId, contentHash, by: writer });
  return decisions.reduce(
    (chain, [step, decision]) =>
      withRecord(chain, { kind: 'decide', step, decision }, { draftId, contentHash, by: reviewers[step] }),
    submitted,
  );
}

export const passedAll = [
  ['first', 'pass'],
  ['second', 'pass'],
  ['final', 'pass'],
] as const;

export function contentHashOf(content: DraftContent): string {
  return sha256(hashableContent(content));
}

/** Submitted and passed by three persons; the same draft and content give the same chain to the byte. */
export function signedOff(draftId: string, content: DraftContent): readonly ReviewRecord[] {
  const fields = { draftId, contentHash: contentHashOf(content) };
  const submitted = withRecord([], { kind: 'submit' }, { ...fields, by: writer, id: testId(1, 0xb) });
  return passedAll.reduce(
    (chain, [step, decision], index) =>
      withRecord(
        chain,
        { kind: 'decide', step, decision },
        { ...fields, by: reviewers[step], id: testId(index + 2, 0xb) },
      ),
    submitted,
  );
}
