import { useSyncExternalStore } from 'react';
import { isDialogOpen } from '#renderer/ui/is-dialog-open.ts';
import { followMediaQuery, holdsOnScreen } from '#renderer/ui/use-media-query.ts';
import { changeShell } from './shell-state.ts';

/** Below this there is no room for list, sheet and panel side by side. */
const wideQuery = '(min-width: 1200px)';

/**
 * Whether list, sheet and panel stand side by side. A window that is made narrower folds the panel away, unless a dialog is
 * open, which may have been opened from it and would go with it.
 */
export function useWide(): boolean {
  return useSyncExternalStore(follow, () => holdsOnScreen(wideQuery));
}

function follow(changed: () => void): () => void {
  return followMediaQuery(wideQuery, () => {
    if (!holdsOnScreen(wideQuery) && isDialogOpen()) changeShell({ panelOpen: true });
    changed();
  });
}
