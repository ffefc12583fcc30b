import { create } from 'zustand';

/** The drafts of the list that several acts are for at once, by id; `last` is where a range begins. */
interface ListSelection {
  readonly ids: ReadonlySet<string>;
  readonly last: string | null;
}

export const useListSelection = create<ListSelection>(() => ({ ids: new Set(), last: null }));

export function clearSelection(): void {
  if (useListSelection.getState().ids.size > 0) useListSelection.setState({ ids: new Set(), last: null });
}

/** Puts one draft into the selection or takes it out. */
export function toggleSelected(id: string): void {
  useListSelection.setState(({ ids }) => {
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    return { ids: next, last: id };
  });
}

/** Selects from where the last choice was made to this draft, in the order of the list. */
export function selectThrough(id: string, listed: readonly string[]): void {
  useListSelection.setState(({ ids, last }) => {
    const [from, to] = [listed.indexOf(last ?? id), listed.indexOf(id)].sort((a, b) => a - b);
    const range = listed.slice(Math.max(0, from ?? 0), (to ?? 0) + 1);
    return { ids: new Set([...ids, ...range]), last: id };
  });
}

export function selectAll(listed: readonly string[]): void {
  useListSelection.setState({ ids: new Set(listed), last: listed.at(-1) ?? null });
}
