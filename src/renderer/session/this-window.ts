import { call } from '#renderer/api/desk-api.ts';
import { translate } from '#renderer/i18n/text.ts';
import { windowParameters } from '#shared/ipc/channels/window.ts';
import { notify } from './notices.ts';

// Where there is no page, there is one window.
const address = new URLSearchParams('location' in globalThis ? globalThis.location.search : '');

/** By which the main process knows this window. */
const windowId = address.get(windowParameters.window) ?? 'main';

/** Whether this is the window that the app began with. */
export const isFirstWindow = windowId === 'main';

/** The draft that this window was opened for. */
export const draftOfWindow = address.get(windowParameters.draft);

/**
 * Says that this window is about to show a draft, or none. Answers false, and tells the person, when another window has it:
 * that one has come forward. Never throws.
 */
export async function claimDraft(draftId: string | null): Promise<boolean> {
  const asked = call('window:show-draft', { windowId, draftId });
  // A main process that cannot say it will refuse the draft itself, in better words.
  const { elsewhere } = await asked.catch(() => ({ elsewhere: false }));
  if (elsewhere) {
    notify({ intent: 'info', title: translate('windows.elsewhere'), passing: true, topic: 'window' });
  }
  return !elsewhere;
}

/** Opens another window; with a draft, that one begins with it. */
export async function openWindow(draftId: string | null): Promise<void> {
  await call('window:open', { draftId });
}
