import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';
import { flushedMessage } from '#shared/ipc/flushed-message.ts';
import { channels, events, type EventName, type EventPayload } from '#shared/ipc/contract.ts';
import type { EventSink } from '#main/services/ports/event-sink.ts';
import { createCallAnswerer, type CallDeps } from './answer-call.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** The only user of `ipcMain`. Registers every channel of the contract; a channel that is not there does not exist. */
export function registerIpc(deps: CallDeps): void {
  const answer = createCallAnswerer(deps);
  for (const channel of channels) {
    ipcMain.handle(channel, (event, ...args: unknown[]) => answer(channel, isTrustedSender(event), args));
  }
}

/** Sends the contract's events to every window. */
export function createEventSink(contents: () => readonly WebContents[]): EventSink {
  return {
    emit<E extends EventName>(event: E, payload: EventPayload<E>): void {
      const sent = events[event].parse(payload);
      for (const target of contents()) if (!target.isDestroyed()) target.send(event, sent);
    },
  };
}

/**
 * Asks the window to keep everything now, and waits until it has: until the listeners of `app:flush` have settled.
 * Answers false when the window did not say so in time (it may be gone).
 */
export async function flushWindow(contents: WebContents, timeoutMs: number): Promise<boolean> {
  // A page that is gone, crashed or not there yet holds nothing.
  if (contents.isDestroyed() || contents.isCrashed() || contents.isLoadingMainFrame()) return false;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const onFlushed = (event: IpcMainEvent): void => {
    if (event.sender === contents && isTrustedSender(event)) resolve(true);
  };
  ipcMain.on(flushedMessage, onFlushed);
  const timer = setTimeout(() => resolve(false), timeoutMs);
  contents.send('app:flush', {});
  const flushed = await promise;
  clearTimeout(timer);
  ipcMain.removeListener(flushedMessage, onFlushed);
  return flushed;
}
