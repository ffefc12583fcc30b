import { useMemo } from 'react';
import { usePackages, useRevisionNames, useUploads } from '#renderer/api/queries.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import type { RevisionSummary } from '#shared/model/revision.ts';
import { milestonesOf, type MilestoneKind } from '#shared/review/milestones.ts';

/** What a version is known as. */
export interface Milestone {
  readonly kinds: readonly MilestoneKind[];
  /** As a person called it; null where nobody did. */
  readonly name: string | null;
}

/** The milestones among the versions of a draft, by the revisions' ids. */
export function useMilestones(
  opened: OpenDraft,
  revisions: readonly RevisionSummary[],
): ReadonlyMap<string, Milestone> {
  const draftId = opened.summary.id;
  const { data: names } = useRevisionNames(draftId);
  const { data: packages } = usePackages(draftId);
  const { data: uploads } = useUploads();
  const { reviews } = opened;
  return useMemo(() => {
    const sent = new Set(
      (uploads ?? []).filter(({ state }) => state === 'published').map(({ packageId }) => packageId),
    );
    const published = new Set((packages ?? []).filter(({ id }) => sent.has(id)).map(({ revisionId }) => revisionId));
    const kinds = milestonesOf(revisions, reviews, published);
    const named = new Map((names ?? []).map(({ revisionId, name }) => [revisionId, name]));
    const ids = new Set([...kinds.keys(), ...named.keys()]);
    return new Map([...ids].map((id) => [id, { kinds: kinds.get(id) ?? [], name: named.get(id) ?? null }]));
  }, [revisions, reviews, names, packages, uploads]);
}
