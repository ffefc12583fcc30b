import { randomUUID } from 'node:crypto';
import type { BrowserWindow, WebContents } from 'electron';
import { windowParameters } from '#shared/ipc/channels/window.ts';
import { appUrl } from './app-origin.ts';
import { showWindow } from './window.ts';

const mainWindow = 'main';

/** The windows of the app and the draft that each shows. All work on one store. */
export interface DeskWindows {
  /** Opens another window; with a draft, it begins with that one. */
  readonly open: (draftId: string | null) => void;
  /** Brings the window forward that was used last; false when there is none that stays. */
  readonly showLast: () => boolean;
  /** The one to which questions of the system belong. */
  readonly front: () => BrowserWindow | undefined;
  /** Every page that can be told something. */
  readonly contents: () => readonly WebContents[];
  readonly all: () => readonly BrowserWindow[];
  /**
   * Notes the draft that a window is about to show; answers whether another window has it, which comes forward then. A window
   * that is not there shows nothing.
   */
  readonly showDraft: (windowId: string, draftId: string | null) => boolean;
}

interface OpenWindow {
  readonly window: BrowserWindow;
  draftId: string | null;
  /** It keeps what it holds and goes. */
  isClosing: boolean;
}

/** @param make makes a window that loads an address, the first one where it stood last */
export function deskWindows(make: (url: string, isFirst: boolean) => BrowserWindow): DeskWindows {
  const windows = new Map<string, OpenWindow>();
  let last: BrowserWindow | undefined;

  function add(id: string, url: string, draftId: string | null): void {
    const window = make(url, id === mainWindow);
    const open: OpenWindow = { window, draftId, isClosing: false };
    windows.set(id, open);
    last = window;
    window.on('close', () => (open.isClosing = true));
    window.on('focus', () => (last = window));
    window.on('closed', () => {
      windows.delete(id);
      if (last === window) last = [...windows.values()].at(-1)?.window;
    });
  }

  const live = (): BrowserWindow[] =>
    [...windows.values()].flatMap(({ window }) => (window.isDestroyed() ? [] : [window]));

  return {
    open(draftId) {
      if (!windows.has(mainWindow)) return add(mainWindow, addressOf(null, draftId), draftId);
      const id = randomUUID();
      add(id, addressOf(id, draftId), draftId);
    },
    showLast() {
      const staying = [...windows.values()].flatMap(({ window, isClosing }) => (isClosing ? [] : [window]));
      const window = staying.find((each) => each === last) ?? staying[0];
      if (window) showWindow(window);
      return window !== undefined;
    },
    front: () => last ?? live()[0],
    contents: () => live().map(({ webContents }) => webContents),
    all: live,
    showDraft(windowId, draftId) {
      const other = [...windows].find(([id, open]) => id !== windowId && draftId !== null && open.draftId === draftId);
      if (other) {
        showWindow(other[1].window);
        return true;
      }
      const own = windows.get(windowId);
      if (own) own.draftId = draftId;
      return false;
    },
  };
}

/** Where the page of a window stands; the first has the plain address. */
function addressOf(id: string | null, draftId: string | null): string {
  const url = new URL(appUrl);
  if (id !== null) url.searchParams.set(windowParameters.window, id);
  if (draftId !== null) url.searchParams.set(windowParameters.draft, draftId);
  return url.href;
}
