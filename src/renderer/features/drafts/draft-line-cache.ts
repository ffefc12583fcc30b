import type { InfiniteData } from '@tanstack/react-query';
import { keys, refreshDrafts } from '#renderer/api/queries.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import { documentStatistics } from '#shared/document/statistics.ts';
import type { Response } from '#shared/ipc/contract.ts';
import type { DraftContent } from '#shared/model/draft.ts';

type Pages = InfiniteData<Response<'draft:list'>, string | null>;

/** Shows what was just saved in the list at once, without asking for it. */
export function patchDraftLine(draftId: string, content: DraftContent, savedAt: string): void {
  const { characters, figures, toConfirm } = documentStatistics(content.document);
  const { headline, columnId, plannedAt } = content.metadata;
  const change = { headline, columnId, plannedAt, characters, figures, toConfirm, updatedAt: savedAt };
  queryClient.setQueriesData<Pages>({ queryKey: keys.drafts }, (data) =>
    data?.pages.some((page) => page.items.some((item) => item.id === draftId))
      ? {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            items: page.items.map((item) => (item.id === draftId ? { ...item, ...change } : item)),
          })),
        }
      : data,
  );
}

let timer: ReturnType<typeof setTimeout> | undefined;
const quietMilliseconds = 1500;

/** Order and counts may have changed: asks again once the typing rests. */
export function refreshListSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void refreshDrafts(), quietMilliseconds);
}
