import { create } from 'zustand';
import type { DraftFilter, DraftSort } from '#shared/ipc/channels/draft.ts';

/** What the draft list shows. */
interface ListState {
  readonly filter: DraftFilter;
  readonly sort: DraftSort;
  readonly query: string;
}

export const useListState = create<ListState>(() => ({ filter: 'mine', sort: 'updated', query: '' }));

export function changeList(change: Partial<ListState>): void {
  useListState.setState(change);
}
