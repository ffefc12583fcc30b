import { EventEmitter } from 'node:events';
import type { Clipboard, Display, MenuItemConstructorOptions, Net, SafeStorage } from 'electron';
import { host } from '../host.ts';
import { guard } from '../link/guard.ts';

const noKeyring = 'Encryption is not available.';

/** There is no keyring to reach from here: the app must keep secrets in memory, as it does on a desktop without one. */
export const safeStorage = guard('safeStorage', {
  isEncryptionAvailable: () => false,
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  encryptStringAsync: () => Promise.reject(new Error(noKeyring)),
  decryptStringAsync: () => Promise.reject(new Error(noKeyring)),
  getSelectedStorageBackend: () => 'basic_text',
} satisfies Pick<
  SafeStorage,
  | 'isEncryptionAvailable'
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
>);

/** A browser tells nothing about suspend and shutdown: listeners are kept and never called. */
export const powerMonitor = guard('powerMonitor', new EventEmitter());

/** Reading is the page's: a paste event carries the clipboard to it. */
export const clipboard = guard('clipboard', {
  read: async () => [],
  async writeText(text: string): Promise<void> {
    await host.ask({ what: 'write-clipboard', text });
  },
} satisfies Pick<Clipboard, 'read' | 'writeText'>);

export const net = guard('net', {
  fetch: (input: string | Request, init?: RequestInit) => fetch(input, init),
  isOnline: () => true,
} satisfies Pick<Net, 'fetch' | 'isOnline'>);

const display = {
  id: 1,
  scaleFactor: 1,
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
} as Display;

/** Where the window stands is the browser's business: one ordinary display. */
export const screen = guard('screen', {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
});

/** Kept, not shown: a page has no menu bar, and the app's own shortcuts live in the page. */
export class Menu {
  static #application: Menu | null = null;
  readonly items: MenuItemConstructorOptions[];

  constructor(items: MenuItemConstructorOptions[] = []) {
    this.items = items;
  }

  static buildFromTemplate(template: MenuItemConstructorOptions[]): Menu {
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }

  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
}
