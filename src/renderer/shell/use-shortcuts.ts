import { useEffect } from 'react';
import { closeFind, openFind, walk } from '#renderer/features/find/find-session.ts';
import { useFind } from '#renderer/features/find/find-state.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { attempt } from '#renderer/session/report-error.ts';
import { focusNotice } from '#renderer/ui/NoticeList.tsx';
import { commentOnSelection } from './comment-on-selection.ts';
import { changeShell, focusSearch, toggleFocusMode, toggleOutline, useShell } from './shell-state.ts';
import { setZoom, stepZoom } from './zoom.ts';

/** The keys that work everywhere in the window. Those of the sheet belong to the editor. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      const act = actOf(event);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function actOf(event: KeyboardEvent): (() => void) | undefined {
  const key = event.key.toLowerCase();
  const control = event.ctrlKey || event.metaKey;
  if (key === 'f1') return () => changeShell({ dialog: 'shortcuts' });
  if (key === 'f3' && !control && !event.altKey) return () => walk(event.shiftKey ? -1 : 1);
  if (key === 'f6' && !control && !event.altKey) return focusNotice;
  if (key === 'escape' && !event.defaultPrevented) {
    if (useFind.getState().mode !== 'closed') return closeFind;
    const { listOpen, panelOpen, focusMode } = useShell.getState();
    if (listOpen || panelOpen) return () => changeShell({ listOpen: false, panelOpen: false });
    return focusMode ? toggleFocusMode : undefined;
  }
  if (key === 'f11') return toggleFocusMode;
  if (control && event.altKey && event.code === 'KeyM') return commentOnSelection;
  if (!control || event.altKey) return undefined;
  if (key === 's' && !event.shiftKey) return () => void attempt(() => draftActs().keepRevision());
  if (key === 'n' && !event.shiftKey) return () => void attempt(() => draftActs().create());
  if (key === 'f') return event.shiftKey ? focusSearch : () => openFind('find');
  if (key === 'o' && event.shiftKey) return draftSession().opened ? toggleOutline : undefined;
  if (key === 'h' && !event.shiftKey) return () => openFind('replace');
  if (key === '=' || key === '+') return () => stepZoom('in');
  if (key === '-' || key === '_') return () => stepZoom('out');
  if (key === '0' && !event.shiftKey) return () => setZoom(100);
  return undefined;
}
