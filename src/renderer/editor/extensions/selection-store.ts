import type { SelectionState } from '../document-editor-props.ts';

/** The selection as last told, for parts of the sheet that draw it. */
export interface SelectionStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => SelectionState | null;
  readonly set: (state: SelectionState) => void;
}

export function createSelectionStore(): SelectionStore {
  let current: SelectionState | null = null;
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    current: () => current,
    set: (state) => {
      current = state;
      for (const listener of listeners) listener();
    },
  };
}
