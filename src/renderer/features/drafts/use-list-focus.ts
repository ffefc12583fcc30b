import { useLayoutEffect, useRef, type FocusEvent } from 'react';

/**
 * Keeps the focus of a list where its line goes: the line that takes its place has it, the last one at the end, and the list
 * itself when it is empty. Answers what the list is to tell of the focus.
 */
export function useListFocus(ids: readonly string[], goTo: (index: number) => void): (event: FocusEvent) => void {
  const held = useRef<{ readonly id: string; readonly index: number }>(undefined);
  useLayoutEffect(() => {
    const was = held.current;
    if (!was || ids.includes(was.id) || document.activeElement !== document.body) return;
    goTo(Math.min(was.index, ids.length - 1));
  });
  return ({ type, target, relatedTarget }) => {
    const index = Number(target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? 0);
    if (type === 'focus') held.current = { id: ids[index] ?? '', index };
    // A line that goes takes the focus to nowhere; a person takes it to somewhere else, or to what the list can do with its lines.
    else if (relatedTarget !== null && relatedTarget.closest('.selection-bar') === null) held.current = undefined;
  };
}
