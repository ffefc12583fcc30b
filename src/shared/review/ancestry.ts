import type { RevisionSummary } from '../model/revision.ts';

/**
 * The revisions that a head builds on, oldest first, the head last. Follows the parents; where a conflict was resolved,
 * the other side's versions before it count too, for their words were weighed. A version that still waits does not.
 */
export function ancestryOf<Revision extends Pick<RevisionSummary, 'id' | 'parentId' | 'kind' | 'sequence'>>(
  head: Revision,
  revisions: readonly Revision[],
): readonly Revision[] {
  const byId = new Map(revisions.map((revision) => [revision.id, revision]));
  const line = new Set<string>();
  let merged = 0;
  for (let at: Revision | undefined = head; at && !line.has(at.id); at = byId.get(at.parentId ?? '')) {
    line.add(at.id);
    if (at.kind === 'merged') merged = Math.max(merged, at.sequence);
  }
  const before = revisions.filter((revision) => line.has(revision.id) || revision.sequence < merged);
  const others = before.filter((revision) => revision.id !== head.id);
  return [...others.sort((a, b) => a.sequence - b.sequence), head];
}
