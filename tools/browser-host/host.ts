import type { FromPage, Question, FromHost } from './link/messages.ts';
import { closeCode } from './link/messages.ts';
import { PageLink } from './server/page-link.ts';
import { HostServer, type SchemeHandler } from './server/server.ts';

export type HostOptions = {
  /** Folder with package.json and `out`. */
  projectRoot: string;
  /** Wanted port of 127.0.0.1; 0 for any free one. */
  port: number;
  /** Taken instead when it is free, so that the address stays the same from start to start. */
  preferredPort: number | undefined;
  /** Overrides `app.getPath('userData')`. */
  userDataFolder: string | undefined;
  /** Whether leaving the page closes the window, as closing a desktop window does; otherwise the host goes on serving. */
  leavingClosesWindow: boolean;
};

/** What the host's one window must be able to do when something happens to its page. */
export type WindowSide = {
  page(message: Exclude<FromPage, { kind: 'answer' }>): void;
  opened(path: string): void;
  gone(): void;
  /** Address that the window loads, once it does. */
  url(): string | undefined;
  preloadPath(): string | undefined;
};

/** The state that the parts of the host's electron share: one server, one page, one window. */
class Host {
  #options: HostOptions | undefined;
  #window: WindowSide | undefined;
  readonly schemes = new Map<string, SchemeHandler>();
  readonly #loading = new Set<() => void>();
  secondInstance: (secret: string, details: { argv: string[]; workingDirectory: string }) => boolean = () => false;

  readonly link = new PageLink({
    message: (message) => {
      if (message.kind !== 'answer') this.#window?.page(message);
    },
    opened: (path) => this.#window?.opened(path),
    gone: () => this.#window?.gone(),
  });

  readonly server = new HostServer({
    link: this.link,
    target: () => {
      const url = this.#windowUrl();
      const handler = url === undefined ? undefined : this.schemes.get(url.protocol.slice(0, -1));
      return url === undefined || handler === undefined
        ? undefined
        : { handler, origin: `${url.protocol}//${url.host}` };
    },
    preloadPath: () => this.#window?.preloadPath(),
    startPath: () => {
      const url = this.#windowUrl();
      return url === undefined ? '/' : url.pathname + url.search;
    },
    secondInstance: (secret, details) => this.secondInstance(secret, details),
  });

  get options(): HostOptions {
    if (this.#options === undefined) throw new Error('the browser host is started by tools/browser-host/main.ts');
    return this.#options;
  }

  async start(options: HostOptions): Promise<void> {
    this.#options = options;
    if (options.preferredPort !== undefined) {
      try {
        await this.server.listen(options.preferredPort);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      }
    }
    await this.server.listen(options.port);
  }

  /** Calls back when the app's window has an address to show (and whenever it asks to be shown again). */
  onShow(callback: () => void): void {
    this.#loading.add(callback);
  }

  show(): void {
    for (const callback of this.#loading) callback();
  }

  takeWindow(side: WindowSide | undefined): void {
    this.#window = side;
  }

  get hasWindow(): boolean {
    return this.#window !== undefined;
  }

  send(message: FromHost): boolean {
    return this.link.send(message);
  }

  ask(question: Question): Promise<unknown> {
    return this.link.ask(question);
  }

  /** Tells the page that its window is closed. */
  closePage(): void {
    this.link.send({ kind: 'close' });
    this.link.release(closeCode.windowClosed);
  }

  stop(): void {
    this.server.close();
  }

  #windowUrl(): URL | undefined {
    const url = this.#window?.url();
    return url === undefined ? undefined : new URL(url);
  }
}

/** One per process, as `electron` is. */
export const host = new Host();
