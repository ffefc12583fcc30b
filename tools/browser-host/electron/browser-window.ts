import { EventEmitter } from 'node:events';
import type {
  BrowserWindow as ElectronBrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
  WebContents,
} from 'electron';
import { host, type WindowSide } from '../host.ts';
import { closeCode, type FromPage } from '../link/messages.ts';
import { guard, unsupported } from '../link/guard.ts';
import { PageLink } from '../server/page-link.ts';
import { hostApp } from './app.ts';
import { HostEvent } from './host-event.ts';
import { pageIsDark } from './native-theme.ts';
import { printWindow } from './print-window.ts';
import { HostWebContents } from './web-contents.ts';
import { addWindow, removeWindow } from './window-list.ts';

const live = new Map<number, HostBrowserWindow>();
let nextId = 1;

/** A window of the host: a browser page that may come, reload and go while the window stays. */
class HostBrowserWindow extends EventEmitter implements WindowSide {
  readonly id = nextId++;
  readonly link = new PageLink({
    message: (message) => {
      if (message.kind !== 'answer') this.#page(message);
    },
    opened: (path) => this.#contents.opened(new URL(path, this.#url).href),
    gone: () => this.#gone(),
  });
  readonly #contents: HostWebContents;
  readonly webContents: WebContents;
  readonly #preload: string | undefined;
  #self: ElectronBrowserWindow | undefined;
  #bounds: Rectangle;
  #title: string;
  #url: string | undefined;
  #load: PromiseWithResolvers<void> | undefined;
  #state: 'normal' | 'maximized' | 'minimized' | 'full' = 'normal';
  #visible: boolean;
  #focused = false;
  #wasReady = false;
  #destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    this.#contents = new HostWebContents(this.id, this.link);
    this.webContents = guard('webContents', this.#contents) as unknown as WebContents;
    this.#contents.known(this.webContents);
    this.#preload = options.webPreferences?.preload;
    this.#title = options.title ?? '';
    this.#visible = options.show ?? true;
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    host.addWindow(this);
    addWindow(this);
    live.set(this.id, this);
  }

  static getAllWindows(): ElectronBrowserWindow[] {
    return [...live.values()].map((window) => window.guarded);
  }

  static getFocusedWindow(): ElectronBrowserWindow | null {
    return [...live.values()].find((window) => window.#focused)?.guarded ?? null;
  }

  static fromWebContents(contents: WebContents): ElectronBrowserWindow | null {
    return [...live.values()].find((window) => window.webContents === contents)?.guarded ?? null;
  }

  static fromId(id: number): ElectronBrowserWindow | null {
    return live.get(id)?.guarded ?? null;
  }

  get guarded(): ElectronBrowserWindow {
    this.#self ??= guard('BrowserWindow', this) as unknown as ElectronBrowserWindow;
    return this.#self;
  }

  /** Resolves when a page has loaded: with no browser open yet, that is when the person opens the address. */
  loadURL(url: string): Promise<void> {
    this.#url = url;
    this.#load = Promise.withResolvers();
    void host.showWindow(this).catch(() => this.close());
    return this.#load.promise;
  }

  close(): void {
    if (this.#destroyed) return;
    const event = new HostEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.link.send({ kind: 'close' });
    this.link.release(closeCode.windowClosed);
    host.removeWindow(this);
    live.delete(this.id);
    removeWindow(this);
    this.#contents.destroyed();
    this.emit('closed');
    if (live.size === 0) hostApp.allWindowsClosed();
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  show(): void {
    this.#visible = true;
    this.emit('show');
  }

  hide(): void {
    this.#visible = false;
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  /** Brings the page forward as far as a browser lets one, or opens one again. */
  focus(): void {
    if (!this.link.send({ kind: 'focus' }) && this.#url !== undefined) void host.showWindow(this);
  }

  isFocused(): boolean {
    return this.#focused;
  }

  maximize(): void {
    this.#state = 'maximized';
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  minimize(): void {
    this.#state = 'minimized';
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  restore(): void {
    this.#state = 'normal';
  }

  isFullScreen(): boolean {
    return this.#state === 'full';
  }

  setFullScreen(full: boolean): void {
    this.#state = full ? 'full' : 'normal';
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
  }

  setMinimumSize(_width: number, _height: number): void {}

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
    this.link.send({ kind: 'title', title });
  }

  /** A browser page has no menu bar and no frame of its own to colour. */
  setMenuBarVisibility(_visible: boolean): void {}
  setAutoHideMenuBar(_hide: boolean): void {}
  removeMenu(): void {}
  setBackgroundColor(_colour: string): void {}
  setProgressBar(_progress: number): void {}

  // What happens to the page.

  url(): string | undefined {
    return this.#url;
  }

  preloadPath(): string | undefined {
    return this.#preload;
  }

  #page(message: Exclude<FromPage, { kind: 'answer' }>): void {
    switch (message.kind) {
      case 'invoke':
      case 'send':
        this.#contents.received(message);
        return;
      case 'loaded':
        this.#load?.resolve();
        if (!this.#wasReady) this.emit('ready-to-show');
        this.#wasReady = true;
        this.#contents.finished();
        return;
      case 'title':
        this.#title = message.title;
        this.emit('page-title-updated', new HostEvent(), message.title, true);
        return;
      case 'focus':
        this.#focused = message.focused;
        if (message.focused) host.bringForward(this);
        this.emit(message.focused ? 'focus' : 'blur');
        return;
      case 'dark':
        pageIsDark(message.dark);
        return;
    }
  }

  /**
   * The person closed the page: the same to the app as closing the window, if the host was told so. A page that another page
   * opened does not come back by the address.
   */
  #gone(): void {
    this.#focused = false;
    if (host.options.leavingClosesWindow || this.id > 1) this.close();
  }
}

/** Only these statics exist; another member throws by name. A window without scripts is there to print. */
const guardedClass = new Proxy(HostBrowserWindow, {
  construct: (target, [options]: [BrowserWindowConstructorOptions?]) =>
    options?.webPreferences?.javascript === false ? printWindow() : new target(options).guarded,
  get(target, key) {
    const value: unknown = Reflect.get(target, key, target);
    if (value === undefined && typeof key === 'string') throw unsupported(`BrowserWindow.${key}`);
    return value;
  },
});

export const BrowserWindow = guardedClass as unknown as typeof ElectronBrowserWindow;
