import type { ErrorCode } from '../errors.ts';
import { roleMay, type BureauProfile } from '../model/bureau-profile.ts';
import type { Signatory } from '../model/person.ts';
import { permissionForStep, reviewSteps, type ReviewRecord, type ReviewStep } from '../model/review.ts';
import { reviewStatus } from './review-state.ts';

/**
 * Why this person may not decide this step now, as an error code; undefined when they may.
 * No person does two of the three steps on the same submission, and the author (whoever wrote it or sent it in) reviews none.
 */
export function reviewRefusal(
  person: Signatory,
  step: ReviewStep,
  draft: { readonly authorId: string; readonly contentHash: string; readonly records: readonly ReviewRecord[] },
  profile: BureauProfile,
): ErrorCode | undefined {
  const status = reviewStatus(draft.records, draft.contentHash);
  if (status.next !== step) return 'review-out-of-order';
  if (!roleMay(profile, person.role, permissionForStep[step])) return 'review-role';
  const submission = draft.records.findLast((record) => record.act.kind === 'submit');
  if (person.id === draft.authorId || person.id === submission?.by.id) return 'review-author';
  const others = reviewSteps.filter((other) => other !== step);
  return others.some((other) => status.passed[other]?.by.id === person.id) ? 'review-same-person' : undefined;
}

/**
 * Whether a chain that came with a package really signs this content off: the records are chained, all three steps
 * passed in order on this very content, by three persons of whom none is the author. `hashOf` is SHA-256 over the
 * canonical JSON of a record without its `hash`.
 */
export function signOffRefusal(
  records: readonly ReviewRecord[],
  authorId: string,
  contentHash: string,
  hashOf: (record: Omit<ReviewRecord, 'hash'>) => string,
): ErrorCode | undefined {
  let previous: string | null = null;
  for (const record of records) {
    const { hash, ...rest } = record;
    if (record.previousHash !== previous || hash !== hashOf(rest)) return 'metadata-invalid';
    previous = hash;
  }
  const status = reviewStatus(records, contentHash);
  if (status.state !== 'signed-off') return 'not-signed-off';
  const submission = records.findLast((record) => record.act.kind === 'submit');
  const persons = reviewSteps.flatMap((step) => status.passed[step]?.by.id ?? []);
  if (persons.includes(authorId) || (submission && persons.includes(submission.by.id))) return 'review-author';
  return new Set(persons).size === reviewSteps.length ? undefined : 'review-same-person';
}
