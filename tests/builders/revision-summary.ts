import type { RevisionSummary } from '#shared/model/revision.ts';
import { testId } from '#tests/fakes/counting-ids.ts';
import { writer } from './signatory.ts';

/** The revision with this number of one draft; ten minutes after the one before, with ten more characters. */
export function revisionSummary(sequence: number, rest: Partial<RevisionSummary> = {}): RevisionSummary {
  return {
    id: testId(sequence, 0xa),
    draftId: testId(1, 0xd),
    sequence,
    parentId: sequence === 1 ? null : testId(sequence - 1, 0xa),
    kind: 'manual',
    headline: '标题',
    characters: (sequence - 1) * 10,
    contentHash: sequence.toString(16).padStart(64, '0'),
    link: 'f'.repeat(64),
    by: writer,
    at: new Date(Date.UTC(2026, 10, 23, 0, sequence * 10)).toISOString(),
    ...rest,
  };
}
