import { useEffect, useRef } from 'react';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession, writeOn } from '#renderer/session/draft-session.ts';
import { draftOfWindow, isFirstWindow } from '#renderer/session/this-window.ts';
import { beginButtonId } from './shell-state.ts';

/**
 * Puts the draft on the sheet that this window was opened for; in the first window that of the last time, once, unless something
 * stands there or it has gone. The caret is where it was left. Where there is none, the focus is on what begins one.
 */
export function useLastDraft(lastDraftId: string | null): void {
  const atStart = useRef(draftOfWindow ?? (isFirstWindow ? lastDraftId : null));
  useEffect(() => {
    const id = atStart.current;
    atStart.current = null;
    if (id !== null) reopen(id).catch(() => undefined);
    else if (document.activeElement === document.body) document.getElementById(beginButtonId)?.focus();
  }, []);
}

async function reopen(draftId: string): Promise<void> {
  if (draftSession().opened !== null) return;
  await draftActs().open(draftId);
  if (draftSession().opened?.summary.trashedAt) draftActs().close();
  else if (document.activeElement === document.body) writeOn();
}
