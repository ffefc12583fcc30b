import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { browserEnvironment } from '../open-in-browser.ts';

type Params = Readonly<Record<string, unknown>>;
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

/** A Chromium without a window that is spoken to over two pipes: no port is opened. */
export function startChromium(executable: string, profile: string): ChildProcess {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return spawn(
    executable,
    [
      ...asRoot,
      '--headless=new',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--disable-extensions',
      '--disable-background-networking',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], env: browserEnvironment() },
  );
}

/** The DevTools protocol over `--remote-debugging-pipe`: JSON messages, each ended by a NUL. */
export class DevToolsPipe {
  readonly #out: Writable;
  readonly #waiting = new Map<number, PromiseWithResolvers<Params>>();
  readonly #listeners = new Map<string, (params: Params) => void>();
  #lastId = 0;
  #rest = '';

  constructor(chromium: ChildProcess) {
    this.#out = chromium.stdio[3] as Writable;
    const incoming = chromium.stdio[4] as Readable;
    incoming.setEncoding('utf8').on('data', (text: string) => this.#read(text));
    const end = (): void => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Chromium ended before it had printed'));
      this.#waiting.clear();
    };
    chromium.once('error', end).once('exit', end);
    this.#out.on('error', end);
  }

  send(method: string, params: Params, sessionId?: string): Promise<Params> {
    const id = (this.#lastId += 1);
    const answer = Promise.withResolvers<Params>();
    this.#waiting.set(id, answer);
    const message = { id, method, params, ...(sessionId === undefined ? {} : { sessionId }) };
    this.#out.write(`${JSON.stringify(message)}\0`);
    return answer.promise;
  }

  on(method: string, listener: (params: Params) => void): void {
    this.#listeners.set(method, listener);
  }

  once(method: string): Promise<Params> {
    return new Promise((resolve) => this.on(method, resolve));
  }

  #read(text: string): void {
    const messages = (this.#rest + text).split('\0');
    this.#rest = messages.pop() ?? '';
    for (const message of messages) this.#take(JSON.parse(message) as Message);
  }

  #take({ id, method, params, result, error }: Message): void {
    if (method !== undefined) this.#listeners.get(method)?.(params ?? {});
    const waiting = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || waiting === undefined) return;
    this.#waiting.delete(id);
    if (error) waiting.reject(new Error(error.message));
    else waiting.resolve(result ?? {});
  }
}
