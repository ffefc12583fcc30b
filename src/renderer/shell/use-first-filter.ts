import { useEffect } from 'react';
import { call } from '#renderer/api/desk-api.ts';
import { showFilter, useListState } from '#renderer/session/list-state.ts';
import type { DraftFilter } from '#shared/ipc/channels/draft.ts';
import { roleMay, type BureauProfile } from '#shared/model/bureau-profile.ts';
import type { Person } from '#shared/model/person.ts';

/** Shows each person first what waits for them: drafts to review, drafts to publish, or what they write. */
export function useFirstFilter(profile: BureauProfile, { id, role }: Person): void {
  useEffect(() => {
    let current = true;
    const before = useListState.getState();
    const choose = async () => {
      const { counts } = await call('draft:list', {
        filter: 'mine',
        sort: 'updated',
        query: '',
        cursor: null,
        limit: 1,
      });
      // Who has begun to search or has chosen a list meanwhile is not led away from it.
      if (current && useListState.getState() === before) showFilter(firstFilter(profile, role, counts));
    };
    choose().catch(() => undefined);
    return () => {
      current = false;
    };
    // Two persons of one role each have their own work.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- see the line above
  }, [profile, id, role]);
}

/** The list to begin with. Work that waits comes first; without any, the list that the role works from. */
export function firstFilter(
  profile: BureauProfile,
  role: string,
  counts: Readonly<Record<DraftFilter, number>>,
): DraftFilter {
  const may = {
    'to-review': (['review-first', 'review-second', 'review-final'] as const).some((step) =>
      roleMay(profile, role, step),
    ),
    'to-publish': roleMay(profile, role, 'export'),
  } as const;
  const waiting = (['to-review', 'to-publish'] as const).filter((filter) => may[filter]);
  const withWork = waiting.find((filter) => counts[filter] > 0);
  if (withWork) return withWork;
  return roleMay(profile, role, 'write') ? 'mine' : (waiting[0] ?? 'published');
}
