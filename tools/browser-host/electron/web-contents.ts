import { EventEmitter } from 'node:events';
import type { IpcMainEvent, IpcMainInvokeEvent, WebContents, WebFrameMain } from 'electron';
import { guard } from '../link/guard.ts';
import type { FromPage } from '../link/messages.ts';
import type { PageLink } from '../server/page-link.ts';
import { hostIpcMain } from './ipc-main.ts';
import { defaultSession } from './session.ts';

/** The page of a window, as main sees it. */
export class HostWebContents extends EventEmitter {
  readonly id: number;
  readonly session = defaultSession;
  readonly mainFrame: WebFrameMain;
  readonly #link: PageLink;
  #self: WebContents | undefined;
  #url = '';
  #destroyed = false;
  #zoom = 1;

  constructor(id: number, link: PageLink) {
    super();
    this.id = id;
    this.#link = link;
    const url = () => this.#url;
    const mainFrame = {
      parent: null,
      frames: [],
      routingId: 1,
      processId: 1,
      get url() {
        return url();
      },
      get origin() {
        return originOf(url());
      },
      isDestroyed: () => this.#destroyed,
    };
    this.mainFrame = guard('WebFrameMain', mainFrame) as unknown as WebFrameMain;
  }

  /** The guarded object that the app holds: the one that an event's `sender` must be. */
  known(self: WebContents): void {
    this.#self = self;
  }

  getURL(): string {
    return this.#url;
  }

  /** Sends an event to the page; dropped, as in Electron, when there is none. */
  send(channel: string, ...args: unknown[]): void {
    this.#link.send({ kind: 'send', channel, args });
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Until a page has the window, and again once it has left. */
  isLoadingMainFrame(): boolean {
    return !this.#link.isOpen;
  }

  isCrashed(): boolean {
    return false;
  }

  focus(): void {
    this.#link.send({ kind: 'focus' });
  }

  reload(): void {
    this.#link.send({ kind: 'reload' });
  }

  /** The page itself refuses to leave its origin and to open windows (page/navigation.ts). */
  setWindowOpenHandler(_handler: unknown): void {}

  /** The person's browser has its own. */
  openDevTools(): void {}

  setZoomFactor(factor: number): void {
    this.#zoom = factor;
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  setVisualZoomLevelLimits(_minimum: number, _maximum: number): Promise<void> {
    return Promise.resolve();
  }

  opened(url: string): void {
    this.#url = url;
    this.emit('did-start-navigation', {}, url, false, true);
    this.emit('dom-ready');
  }

  finished(): void {
    this.emit('did-finish-load');
  }

  destroyed(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('destroyed');
  }

  received(message: Extract<FromPage, { kind: 'invoke' | 'send' }>): void {
    const sender = this.#self;
    if (sender === undefined) return;
    const common = { sender, senderFrame: this.mainFrame, processId: 1, frameId: 1 };
    if (message.kind === 'send') {
      const event = {
        ...common,
        ports: [],
        returnValue: undefined,
        reply: (channel: string, ...args: unknown[]) => this.send(channel, ...args),
      };
      hostIpcMain.deliver(message.channel, event as unknown as IpcMainEvent, message.args);
      return;
    }
    void this.#answer(message, common as unknown as IpcMainInvokeEvent);
  }

  async #answer(
    { id, channel, args }: Extract<FromPage, { kind: 'invoke' }>,
    event: IpcMainInvokeEvent,
  ): Promise<void> {
    try {
      this.#link.send({ kind: 'reply', id, value: await hostIpcMain.answer(channel, event, args) });
    } catch (error) {
      // As Electron does: the page learns the error's text, the main process prints the whole.
      process.stderr.write(
        `Error occurred in handler for '${channel}': ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
      );
      this.#link.send({ kind: 'failure', id, message: String(error) });
    }
  }
}

function originOf(url: string): string {
  if (url === '') return 'null';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
