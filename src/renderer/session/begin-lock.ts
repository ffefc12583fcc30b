import { useAppState } from '#renderer/api/queries.ts';
import { roleMay } from '#shared/model/bureau-profile.ts';

/** Why no draft can be begun or brought in now; undefined when it can. */
export function useBeginLock(): 'rescue.readOnly' | 'review.whyNotAuthor' | undefined {
  const { data: state } = useAppState();
  if (state?.readOnly) return 'rescue.readOnly';
  return state?.person && !roleMay(state.profile, state.person.role, 'write') ? 'review.whyNotAuthor' : undefined;
}
