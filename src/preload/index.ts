import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { EventName, EventPayload, RendererApi } from '#shared/ipc/contract.ts';
import { flushedMessage } from '#shared/ipc/flushed-message.ts';

/**
 * The window's only door. Names of channels are checked in the main process, which registers those of the contract and no other;
 * names of events here, so that a page can never listen to Electron's own.
 */
const eventNames: Readonly<Record<EventName, true>> = {
  'draft:changed': true,
  'draft:saved': true,
  'app:changed': true,
  'job:changed': true,
  'import:step': true,
  'work:step': true,
  'upload:changed': true,
  'app:flush': true,
};

type FlushListener = (payload: EventPayload<'app:flush'>) => void | Promise<void>;
const flushListeners = new Set<FlushListener>();

ipcRenderer.on('app:flush', (_event, payload: EventPayload<'app:flush'>) => {
  const all = [...flushListeners].map(async (listener) => await listener(payload));
  void Promise.allSettled(all).then(() => ipcRenderer.send(flushedMessage));
});

const api: RendererApi = {
  invoke: (channel, request) => ipcRenderer.invoke(channel, request),
  on(event, listener) {
    if (!Object.hasOwn(eventNames, event)) throw new Error(`no such event: ${event}`);
    if (event === 'app:flush') {
      const flush = listener as FlushListener;
      flushListeners.add(flush);
      return () => void flushListeners.delete(flush);
    }
    const relay = (_event: IpcRendererEvent, payload: EventPayload<typeof event>): void => void listener(payload);
    ipcRenderer.on(event, relay);
    return () => void ipcRenderer.removeListener(event, relay);
  },
};

contextBridge.exposeInMainWorld('gaoqian', api);
