import { useSyncExternalStore } from 'react';

/** What held on the screen last. Paper is narrower: what is printed must not change into what a narrow window shows. */
const onScreen = new Map<string, boolean>();

/** Whether a media query holds now; follows it, but not onto paper. */
export function useMediaQuery(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => {
      const isPrinting = window.matchMedia('print').matches;
      if (!isPrinting) onScreen.set(query, window.matchMedia(query).matches);
      return onScreen.get(query) ?? false;
    },
  );
}
