import { useDraftSession, type SessionSaveStatus } from '#renderer/session/draft-session.ts';
import { whenIdle } from '#renderer/ui/after-paint.ts';

let cancel: (() => void) | null = null;
let waiting: () => void = () => undefined;

/**
 * Shows how saving stands, while the draft stands on the sheet. That words are not saved yet is drawn after the words: no
 * key waits for it, and a save that begins meanwhile does not put it off.
 */
export function showSave(save: SessionSaveStatus, isOnSheet: () => boolean): void {
  if (!isOnSheet()) return;
  waiting = () => {
    cancel = null;
    if (isOnSheet()) useDraftSession.setState({ save });
  };
  if (save.kind === 'dirty' || save.kind === 'saving') {
    cancel ??= whenIdle(() => waiting());
    return;
  }
  cancel?.();
  waiting();
}
