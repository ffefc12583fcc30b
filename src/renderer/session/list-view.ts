import { useQuery } from '@tanstack/react-query';
import { call } from '#renderer/api/desk-api.ts';
import { keys, presentAppState, useAppState } from '#renderer/api/queries.ts';
import { queryClient } from '#renderer/api/query-client.ts';
import { defaultListView, type ListView } from '#shared/model/list-view.ts';
import { attempt } from './report-error.ts';

/** How the present person has arranged the list of drafts; the usual way until it is known. */
export function useListView(): ListView {
  const personId = useAppState().data?.person?.id ?? '';
  const { data } = useQuery({
    queryKey: keys.listView(personId),
    queryFn: () => call('list:read-view', {}),
    enabled: personId !== '',
  });
  return data ?? defaultListView;
}

/** Arranges it anew: shown at once, kept at once. */
export async function changeListView(change: (view: ListView) => Partial<ListView>): Promise<void> {
  const key = keys.listView(presentAppState()?.person?.id ?? '');
  const view = queryClient.getQueryData<ListView>(key);
  if (!view) return;
  const next = { ...view, ...change(view) };
  queryClient.setQueryData(key, next);
  await attempt(() => call('list:keep-view', next));
}
