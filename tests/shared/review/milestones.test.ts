import { describe, expect, it } from 'vitest';
import type { RevisionKind } from '#shared/model/revision.ts';
import { milestonesOf } from '#shared/review/milestones.ts';
import { chainOf, passedAll, withRecord } from '#tests/builders/review-record.ts';
import { revisionSummary } from '#tests/builders/revision-summary.ts';
import { firstReviewer } from '#tests/builders/signatory.ts';

const kinds: readonly RevisionKind[] = ['created', 'timed', 'manual', 'timed', 'state', 'state', 'manual', 'export'];
const revisions = kinds.map((kind, index) => revisionSummary(index + 1, { kind }));
const idOf = (sequence: number) => revisions[sequence - 1]?.id ?? '';
const hashOf = (sequence: number) => revisions[sequence - 1]?.contentHash ?? '';
const draftId = revisionSummary(1).draftId;
const nothing: ReadonlySet<string> = new Set();

describe('milestones', () => {
  it('begin with the first words that were not kept in passing', () => {
    expect(milestonesOf(revisions, [], nothing)).toEqual(new Map([[idOf(3), ['first-draft']]]));
    expect(milestonesOf(revisions.slice(0, 2), [], nothing)).toEqual(new Map());
  });

  it('are what was sent, what came back, what was signed off and what was published', () => {
    const returned = withRecord(
      chainOf(draftId, hashOf(5), []),
      { kind: 'decide', step: 'first', decision: 'return' },
      { draftId, contentHash: hashOf(6), by: firstReviewer, note: '请补充' },
    );
    const passed = chainOf(draftId, hashOf(7), passedAll);
    const found = milestonesOf(revisions, [...returned, ...passed], new Set([idOf(8)]));
    expect(Object.fromEntries(found)).toEqual({
      [idOf(3)]: ['first-draft'],
      [idOf(5)]: ['submitted'],
      [idOf(6)]: ['returned'],
      [idOf(7)]: ['submitted', 'approved'],
      [idOf(8)]: ['published'],
    });
  });

  it('belong to the revision that was kept for the act where others hold the same words', () => {
    const [record] = chainOf(draftId, hashOf(3), []);
    const acted = revisionSummary(5, { kind: 'state', contentHash: hashOf(3), at: record?.at ?? '' });
    const later = revisionSummary(6, { contentHash: hashOf(3) });
    const found = milestonesOf([...revisions.slice(0, 4), acted, later], record ? [record] : [], nothing);
    expect(found.get(acted.id)).toEqual(['submitted']);
    expect(found.has(later.id)).toBe(false);
  });
});
