import type { RevisionKind, RevisionSummary } from '../model/revision.ts';
import type { ReviewRecord } from '../model/review.ts';

/** 初稿, 送审稿, 退稿, 终审稿, 发布稿: what a revision was in the life of its draft. */
export const milestoneKinds = ['first-draft', 'submitted', 'returned', 'approved', 'published'] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];

/** Kept by the clock or by the program itself; whoever wrote had not stopped there. */
const keptInPassing: ReadonlySet<RevisionKind> = new Set(['created', 'timed', 'before-shrink']);

/**
 * The milestones of a draft by the ids of its revisions, read off what is kept anyway: so they are right for old drafts
 * too, and nobody has to set them.
 * @param records the chain of reviews
 * @param published ids of the revisions whose package the portal took
 */
export function milestonesOf(
  revisions: readonly RevisionSummary[],
  records: readonly ReviewRecord[],
  published: ReadonlySet<string>,
): ReadonlyMap<string, readonly MilestoneKind[]> {
  const found = new Map<string, Set<MilestoneKind>>();
  const add = (revision: RevisionSummary | undefined, kind: MilestoneKind): void => {
    if (revision) found.set(revision.id, new Set([...(found.get(revision.id) ?? []), kind]));
  };
  const inOrder = revisions.toSorted((a, b) => a.sequence - b.sequence);
  add(
    inOrder.find((revision) => revision.characters > 0 && !keptInPassing.has(revision.kind)),
    'first-draft',
  );
  for (const record of records) {
    const kind = kindOf(record);
    if (kind) add(revisionOf(record, inOrder), kind);
  }
  for (const revision of inOrder) if (published.has(revision.id)) add(revision, 'published');
  const order = (kinds: ReadonlySet<MilestoneKind>) => milestoneKinds.filter((kind) => kinds.has(kind));
  return new Map([...found].map(([id, kinds]) => [id, order(kinds)]));
}

function kindOf({ act }: ReviewRecord): MilestoneKind | undefined {
  switch (act.kind) {
    case 'submit':
      return 'submitted';
    case 'withdraw':
      return undefined;
    case 'decide':
      if (act.decision !== 'pass') return 'returned';
      return act.step === 'final' ? 'approved' : undefined;
  }
}

/** The revision that was kept for this act; for an act from another machine the last one with these words. */
function revisionOf(record: ReviewRecord, revisions: readonly RevisionSummary[]): RevisionSummary | undefined {
  const same = revisions.filter((revision) => revision.contentHash === record.contentHash);
  return same.find((revision) => revision.kind === 'state' && revision.at === record.at) ?? same.at(-1);
}
