import type { FromHost, FromPage } from '../link/messages.ts';

type Listener = (event: object, ...args: unknown[]) => void;
type Pending = { channel: string; resolve(value: unknown): void; reject(error: Error): void };

/** `ipcRenderer` of the page: each call is answered or rejected once. */
export class PageIpc {
  readonly #send: (message: FromPage) => void;
  readonly #listeners = new Map<string, Listener[]>();
  readonly #pending = new Map<number, Pending>();
  #nextCall = 1;
  #lost = false;

  constructor(send: (message: FromPage) => void) {
    this.#send = send;
  }

  invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#lost) throw new Error(`Error invoking remote method '${channel}': the main process is gone`);
      const id = this.#nextCall++;
      this.#send({ kind: 'invoke', id, channel, args });
      this.#pending.set(id, { channel, resolve, reject });
    });
  }

  send(channel: string, ...args: unknown[]): void {
    this.#send({ kind: 'send', channel, args });
  }

  on(channel: string, listener: Listener): this {
    this.#listeners.set(channel, [...(this.#listeners.get(channel) ?? []), listener]);
    return this;
  }

  once(channel: string, listener: Listener): this {
    const once: Listener = (event, ...args) => {
      this.off(channel, once);
      listener(event, ...args);
    };
    return this.on(channel, once);
  }

  off(channel: string, listener: Listener): this {
    const listeners = [...(this.#listeners.get(channel) ?? [])];
    const index = listeners.lastIndexOf(listener);
    if (index >= 0) listeners.splice(index, 1);
    this.#listeners.set(channel, listeners);
    return this;
  }

  addListener(channel: string, listener: Listener): this {
    return this.on(channel, listener);
  }

  removeListener(channel: string, listener: Listener): this {
    return this.off(channel, listener);
  }

  removeAllListeners(channel: string): this {
    this.#listeners.delete(channel);
    return this;
  }

  /** Takes what concerns IPC from the host. */
  receive(message: Extract<FromHost, { kind: 'reply' | 'failure' | 'send' }>): void {
    if (message.kind === 'send') {
      const event = { sender: this, ports: [] };
      for (const listener of this.#listeners.get(message.channel) ?? []) listener(event, ...message.args);
      return;
    }
    const call = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.kind === 'reply') call?.resolve(message.value);
    else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${message.message}`));
  }

  /** No answer can come any more. */
  lose(): void {
    this.#lost = true;
    for (const call of this.#pending.values()) {
      call.reject(new Error(`Error invoking remote method '${call.channel}': the main process is gone`));
    }
    this.#pending.clear();
  }
}
