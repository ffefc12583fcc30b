import { useCallback, useState, type KeyboardEvent, type RefObject } from 'react';

export interface ChangeWalk {
  /** From 0; null before the first. */
  readonly current: number | null;
  readonly go: (step: 1 | -1) => void;
  /** F7 and Shift+F7, Alt+↓ and Alt+↑. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Goes from change to change, around the end. `names` are those of `changesOf`; the view must draw them below `root`. */
export function useChangeWalk(names: readonly string[], root: RefObject<HTMLElement | null>): ChangeWalk {
  const [place, setPlace] = useState<{ readonly names: readonly string[]; readonly at: number } | null>(null);
  // Another comparison, or another way of drawing it, begins anew.
  const current = place?.names === names ? place.at : null;

  const go = useCallback(
    (step: 1 | -1) => {
      if (names.length === 0) return;
      const from = current ?? (step === 1 ? -1 : names.length);
      const at = (from + step + names.length) % names.length;
      setPlace({ names, at });
      show(root.current, names[at] ?? '');
    },
    [names, current, root],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const isStep = event.key === 'F7' || (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp'));
    if (!isStep) return;
    event.preventDefault();
    go((event.key === 'F7' ? event.shiftKey : event.key === 'ArrowUp') ? -1 : 1);
  };

  return { current, go, onKeyDown };
}

/** Marks the change on both sides and gives the focus to the newer one, which screen readers then say. */
function show(root: HTMLElement | null, name: string): void {
  for (const shown of root?.querySelectorAll('[data-current]') ?? []) shown.removeAttribute('data-current');
  const stops = [...(root?.querySelectorAll<HTMLElement>(`[data-change="${CSS.escape(name)}"]`) ?? [])];
  for (const stop of stops) stop.setAttribute('data-current', '');
  const last = stops.at(-1);
  last?.scrollIntoView({ block: 'center' });
  last?.focus({ preventScroll: true });
}
