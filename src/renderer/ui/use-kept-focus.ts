import { useLayoutEffect, type RefObject } from 'react';

const focusable = ':is(button, input, select, textarea, a[href], summary, [tabindex="0"]):not(:disabled)';

/**
 * Keeps the focus inside an element when what has it there goes with its own act, as the card of a remark that is settled: what
 * takes its place has it then, and the element itself where nothing is left. What goes because the element shows something else,
 * by its `subject` (undefined for nothing), takes its focus with it.
 */
export function useKeptFocus(element: RefObject<HTMLElement | null>, subject: string | undefined): void {
  useLayoutEffect(() => {
    const within = element.current;
    if (!within || subject === undefined) return undefined;
    let held: { readonly holder: Element; readonly at: number } | undefined;
    const all = (): HTMLElement[] => [...within.querySelectorAll<HTMLElement>(focusable)];
    const note = ({ target }: FocusEvent): void => {
      held = target instanceof HTMLElement ? { holder: target, at: all().indexOf(target) } : undefined;
    };
    const leave = ({ relatedTarget }: FocusEvent): void => {
      if (relatedTarget !== null) held = undefined;
    };
    const keep = (): void => {
      if (!held || held.holder.isConnected || document.activeElement !== document.body) return;
      const left = all();
      (left[Math.min(held.at, left.length - 1)] ?? within).focus();
    };
    const watch = new MutationObserver(keep);
    watch.observe(within, { childList: true, subtree: true });
    within.addEventListener('focusin', note);
    within.addEventListener('focusout', leave);
    return () => {
      watch.disconnect();
      within.removeEventListener('focusin', note);
      within.removeEventListener('focusout', leave);
    };
  }, [element, subject]);
}
