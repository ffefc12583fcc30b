import { create } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { DraftListRequest } from '#renderer/api/queries.ts';
import type { DraftFilter, DraftSort } from '#shared/ipc/channels/draft.ts';
import type { SavedSearch } from '#shared/model/list-view.ts';

/** What the draft list shows. */
interface ListState {
  readonly filter: DraftFilter;
  readonly sort: DraftSort;
  readonly reversed: boolean;
  /** What stands in the search field; `query` is what the list was asked for, a moment behind the keys. */
  readonly typed: string;
  readonly query: string;
  /** Words of earlier versions count. */
  readonly earlier: boolean;
  /** Where the list returns to when the search ends. */
  readonly filterBefore: DraftFilter | null;
}

export const useListState = create<ListState>(() => ({
  filter: 'mine',
  sort: 'updated',
  reversed: false,
  typed: '',
  query: '',
  earlier: false,
  filterBefore: null,
}));

/** What the list is asked for. */
export function useListRequest(): DraftListRequest {
  return useListState(
    useShallow(({ filter, sort, reversed, query, earlier }) => ({ filter, sort, reversed, query, earlier })),
  );
}

export function changeList(change: Partial<Pick<ListState, 'filter' | 'sort' | 'reversed' | 'earlier'>>): void {
  useListState.setState(change);
}

/** Milliseconds of rest before a search is asked for. */
const rest = 120;
const longest = 200;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The search field's words changed: the list follows once the keys rest. */
export function typeQuery(typed: string): void {
  useListState.setState({ typed });
  clearTimeout(timer);
  timer = setTimeout(() => takeQuery(typed), rest);
}

/** Asks for a query at once. A search begins in all drafts, and its end leads back to where it began. */
export function takeQuery(typed: string): void {
  clearTimeout(timer);
  const query = typed.trim().slice(0, longest);
  const { query: before, filter, filterBefore } = useListState.getState();
  const begins = before === '' && query !== '' && filter !== 'trash';
  const ends = before !== '' && query === '' && filterBefore !== null;
  useListState.setState({
    typed,
    query,
    ...(begins ? { filter: 'all' as const, filterBefore: filter } : {}),
    ...(ends ? { filter: filterBefore } : {}),
    ...(query === '' ? { filterBefore: null } : {}),
  });
}

/** Asks for a search that somebody kept. */
export function takeSavedSearch({ query, earlier }: SavedSearch): void {
  useListState.setState({ earlier });
  takeQuery(query);
}

/** Shows the drafts of a filter, all of them. */
export function showFilter(filter: DraftFilter): void {
  clearTimeout(timer);
  useListState.setState({ filter, typed: '', query: '', filterBefore: null });
}
