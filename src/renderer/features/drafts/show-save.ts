import { useDraftSession, type SessionSaveStatus } from '#renderer/session/draft-session.ts';
import { whenIdle } from '#renderer/ui/after-paint.ts';

let cancel: () => void = () => undefined;

/**
 * Shows how saving stands, while the draft stands on the sheet. That words are not saved yet is drawn after the words: no
 * key waits for it.
 */
export function showSave(save: SessionSaveStatus, isOnSheet: () => boolean): void {
  if (!isOnSheet()) return;
  cancel();
  const show = () => {
    if (isOnSheet()) useDraftSession.setState({ save });
  };
  if (save.kind === 'dirty' || save.kind === 'saving') cancel = whenIdle(show);
  else show();
}
