import { describe, expect, it } from 'vitest';
import {
  currentVersion,
  timelineOf,
  type TimelineDay,
  type TimelineFilter,
} from '#renderer/features/history/timeline.ts';
import type { RevisionKind, RevisionSummary } from '#shared/model/revision.ts';
import { revisionSummary } from '#tests/builders/revision-summary.ts';
import { firstReviewer, writer } from '#tests/builders/signatory.ts';

const none: ReadonlySet<string> = new Set();
const everything: TimelineFilter = { only: null, personId: null, opened: none, kept: none };
const dayOf = (moment: string) => moment.slice(0, 10);
const numbered = (kinds: readonly RevisionKind[]) => kinds.map((kind, index) => revisionSummary(index + 1, { kind }));

/** `5 +10` for a version with its change, `(3)` for three that are folded. */
function told(days: readonly TimelineDay[]): readonly string[] {
  return days.flatMap(({ day, items }) => [
    day,
    ...items.map((item) =>
      item.kind === 'fold'
        ? `(${item.count})`
        : `${item.revision.sequence} ${item.change >= 0 ? '+' : ''}${item.change}`,
    ),
  ]);
}

const timeline = (revisions: readonly RevisionSummary[], filter: Partial<TimelineFilter> = {}) =>
  told(timelineOf(revisions, { ...everything, ...filter }, dayOf));

describe('the current version', () => {
  const [first, second, third] = [1, 2, 3].map((sequence) => revisionSummary(sequence));

  it('is the newest kept since the draft was opened', () => {
    const revisions = [third, first, second].filter((one) => one !== undefined);
    expect(currentVersion(revisions, second?.id ?? '')).toBe(third?.id);
    expect(currentVersion(revisions, third?.id ?? '')).toBe(third?.id);
  });

  it('is not what came from the other side and waits', () => {
    const theirs = revisionSummary(3, { parentId: first?.id ?? null });
    const ours = revisionSummary(4, { parentId: second?.id ?? null });
    const before = [first, second, theirs].filter((one) => one !== undefined);
    expect(currentVersion(before, second?.id ?? '')).toBe(second?.id);
    expect(currentVersion([...before, ours], second?.id ?? '')).toBe(ours.id);
  });
});

describe('the timeline', () => {
  it('goes backwards by days and tells how much each version grew', () => {
    const revisions = [
      revisionSummary(1, { at: '2026-11-23T10:00:00.000Z' }),
      revisionSummary(2, { at: '2026-11-23T11:00:00.000Z' }),
      revisionSummary(3, { at: '2026-11-24T09:00:00.000Z', characters: 4 }),
    ];
    expect(timeline(revisions)).toEqual(['2026-11-24', '3 -6', '2026-11-23', '2 +10', '1 +0']);
  });

  it('folds what the clock kept in one go, but no milestone and no other person', () => {
    const revisions = numbered(['created', 'timed', 'timed', 'timed', 'manual', 'timed', 'timed']);
    expect(timeline(revisions)).toEqual(['2026-11-23', '7 +10', '6 +10', '5 +10', '4 +10', '(2)', '1 +0']);
    const fourth = revisions[3]?.id ?? '';
    expect(timeline(revisions, { opened: new Set([fourth]) })).not.toContain('(2)');
    expect(timeline(revisions, { kept: new Set([revisions[2]?.id ?? '']) })).not.toContain('(2)');
    const others = revisions.map((revision) => ({ ...revision, by: revision.sequence === 3 ? firstReviewer : writer }));
    expect(timeline(others)).not.toContain('(2)');
  });

  it('shows one person, or milestones alone; growth still counts from the version before', () => {
    const revisions = numbered(['created', 'manual', 'manual']).map((revision) => ({
      ...revision,
      by: revision.sequence === 3 ? firstReviewer : writer,
    }));
    expect(timeline(revisions, { personId: firstReviewer.id })).toEqual(['2026-11-23', '3 +10']);
    expect(timeline(revisions, { only: new Set([revisions[1]?.id ?? '']) })).toEqual(['2026-11-23', '2 +10']);
    expect(timeline(revisions, { only: none })).toEqual([]);
  });
});
