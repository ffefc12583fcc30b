import { useMemo } from 'react';
import { useDraftSession } from '#renderer/session/draft-session.ts';
import type { OpenDraft } from '#shared/ipc/channels/draft.ts';
import { reviewStatus, type ReviewStatus } from '#shared/review/review-state.ts';

/** What the chain of reviews says about the words as they stand on the sheet, a moment behind the keys. */
export function useReviewStatus(opened: OpenDraft): { readonly status: ReviewStatus; readonly hash: string } {
  const live = useDraftSession((session) => session.contentHash);
  const hash = live === '' ? opened.revision.contentHash : live;
  return useMemo(() => ({ status: reviewStatus(opened.reviews, hash), hash }), [opened.reviews, hash]);
}
