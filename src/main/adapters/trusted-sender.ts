import type { WebFrameMain } from 'electron';
import { isAppUrl } from './app-origin.ts';

/** Whether a call comes from the main frame of the app's own page: not from a frame in it, not from a page that took its place. */
export function isTrustedSender(event: { readonly senderFrame: Pick<WebFrameMain, 'url' | 'parent'> | null }): boolean {
  // Electron answers null for a frame that has gone or has navigated since it sent.
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && isAppUrl(frame.url);
}
