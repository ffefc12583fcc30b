import type { Question, FromHost } from './link/messages.ts';
import type { Welcome } from './electron/instance-lock.ts';
import type { PageLink } from './server/page-link.ts';
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

/** What the host needs of a window: its page, and what that page is. */
export type WindowSide = {
  readonly link: PageLink;
  /** Address that the window loads, once it does. */
  url(): string | undefined;
  preloadPath(): string | undefined;
};

/** The state that the parts of the host's electron share: one server, and the windows with a page each. */
class Host {
  #options: HostOptions | undefined;
  /** In the order in which they were made; a page that names none of them belongs to the first. */
  readonly #windows: WindowSide[] = [];
  /** The window that the person used last. */
  #front: WindowSide | undefined;
  readonly schemes = new Map<string, SchemeHandler>();
  readonly #loading = new Set<() => void>();
  /** What the app says to a second start; undefined to a stranger. */
  secondInstance: (secret: string, details: { argv: string[]; workingDirectory: string }) => Welcome | undefined = () =>
    undefined;

  readonly server = new HostServer({
    linkFor: (path) => (this.#windows.find((window) => pathOf(window) === path) ?? this.#windows[0])?.link,
    links: () => this.#windows.map(({ link }) => link),
    target: () => {
      const url = this.#firstUrl();
      const handler = url === undefined ? undefined : this.schemes.get(url.protocol.slice(0, -1));
      return url === undefined || handler === undefined
        ? undefined
        : { handler, origin: `${url.protocol}//${url.host}` };
    },
    preloadPath: () => this.#windows[0]?.preloadPath(),
    startPath: () => (this.#windows[0] && pathOf(this.#windows[0])) ?? '/',
    secondInstance: (secret, details) => this.secondInstance(secret, details),
  });

  get options(): HostOptions {
    if (this.#options === undefined) throw new Error('the browser host is started by tools/browser-host/main.ts');
    return this.#options;
  }

  set options(options: HostOptions) {
    this.#options = options;
  }

  async listen(): Promise<void> {
    const { port, preferredPort } = this.options;
    if (preferredPort !== undefined) {
      try {
        await this.server.listen(preferredPort);
        return;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      }
    }
    await this.server.listen(port);
  }

  /** Calls back when the app's window has an address to show (and whenever it asks to be shown again). */
  onShow(callback: () => void): void {
    this.#loading.add(callback);
  }

  show(): void {
    for (const callback of this.#loading) callback();
  }

  /** Shows a window: in a browser for the first, else as a page that one that is there opens. */
  async showWindow(side: WindowSide): Promise<void> {
    const opener = this.#openWindow(side);
    const path = pathOf(side);
    if (!opener || path === undefined) return this.show();
    await opener.link.ask({ what: 'open-window', path });
  }

  addWindow(side: WindowSide): void {
    this.#windows.push(side);
  }

  removeWindow(side: WindowSide): void {
    this.#windows.splice(this.#windows.indexOf(side), 1);
    if (this.#front === side) this.#front = undefined;
  }

  bringForward(side: WindowSide): void {
    this.#front = side;
  }

  /** Whether there is a page to which something can be shown. */
  get hasPage(): boolean {
    return this.#openWindow() !== undefined;
  }

  send(message: FromHost): boolean {
    return this.#openWindow()?.link.send(message) ?? false;
  }

  /** Asks the person in the window that they used last; without any page, the first one that comes. */
  ask(question: Question): Promise<unknown> {
    const side = this.#openWindow() ?? this.#windows[0];
    if (!side) throw new Error('there is no window to ask in');
    return side.link.ask(question);
  }

  stop(): void {
    this.server.close();
  }

  #firstUrl(): URL | undefined {
    const url = this.#windows[0]?.url();
    return url === undefined ? undefined : new URL(url);
  }

  /** The window in front, or another that has a page; never `except`. */
  #openWindow(except?: WindowSide): WindowSide | undefined {
    const isOpen = (side: WindowSide): boolean => side !== except && side.link.isOpen;
    return this.#front && isOpen(this.#front) ? this.#front : this.#windows.find(isOpen);
  }
}

/** Path and search of the page that a window loads, by which the page is known as its own. */
function pathOf(side: WindowSide): string | undefined {
  const url = side.url();
  if (url === undefined) return undefined;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** One per process, as `electron` is. */
export const host = new Host();
