import { useEffect, useRef } from 'react';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';

/** Puts the draft of the last time on the sheet again, once, unless something stands there or it has gone. */
export function useLastDraft(draftId: string | null): void {
  const atStart = useRef(draftId);
  useEffect(() => {
    const id = atStart.current;
    atStart.current = null;
    if (id !== null) reopen(id).catch(() => undefined);
  }, []);
}

async function reopen(draftId: string): Promise<void> {
  if (draftSession().opened !== null) return;
  await draftActs().open(draftId);
  if (draftSession().opened?.summary.trashedAt) draftActs().close();
}
