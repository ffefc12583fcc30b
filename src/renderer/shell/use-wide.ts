import { useSyncExternalStore } from 'react';
import { isDialogOpen } from '#renderer/ui/is-dialog-open.ts';
import { changeShell } from './shell-state.ts';

/** Below this there is no room for list, sheet and panel side by side. */
const wideQuery = '(min-width: 1200px)';

/**
 * Whether list, sheet and panel stand side by side. A window that is made narrower folds the panel away, unless a dialog is
 * open, which may have been opened from it and would go with it.
 */
export function useWide(): boolean {
  return useSyncExternalStore(follow, () => window.matchMedia(wideQuery).matches);
}

function follow(changed: () => void): () => void {
  const list = window.matchMedia(wideQuery);
  const change = (): void => {
    if (!list.matches && isDialogOpen()) changeShell({ panelOpen: true });
    changed();
  };
  list.addEventListener('change', change);
  return () => list.removeEventListener('change', change);
}
