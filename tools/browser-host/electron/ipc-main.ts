import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import { guard } from '../link/guard.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

class HostIpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Runs the handler of a call from the page; rejects as Electron does when there is none. */
  async answer(channel: string, event: IpcMainInvokeEvent, args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    return await handler(event, ...args);
  }

  deliver(channel: string, event: IpcMainEvent, args: unknown[]): void {
    this.emit(channel, event, ...args);
  }
}

export const hostIpcMain = new HostIpcMain();
export const ipcMain = guard('ipcMain', hostIpcMain satisfies Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>);
