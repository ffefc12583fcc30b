import { useSyncExternalStore } from 'react';

/** What held on the screen last. Paper is narrower: what is printed must not change into what a narrow window shows. */
const onScreen = new Map<string, boolean>();

/** Whether a media query holds on the screen, also while it is printed. */
export function holdsOnScreen(query: string): boolean {
  const isPrinting = window.matchMedia('print').matches;
  if (!isPrinting) onScreen.set(query, window.matchMedia(query).matches);
  return onScreen.get(query) ?? false;
}

/** Tells each change of a media query; answers a function that stops it. */
export function followMediaQuery(query: string, changed: () => void): () => void {
  const list = window.matchMedia(query);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}

/** Whether a media query holds now; follows it, but not onto paper. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => followMediaQuery(query, changed),
    () => holdsOnScreen(query),
  );
}
