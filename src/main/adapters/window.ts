import { app, BrowserWindow, screen, type BrowserWindowConstructorOptions, type Rectangle } from 'electron';

const defaultSize = { width: 1440, height: 900 } as const;
const minimumSize = { width: 1024, height: 700 } as const;

/** Where the window stood, kept between starts. */
export interface WindowPlace extends Rectangle {
  readonly maximized: boolean;
}

export interface WindowDeps {
  /** The built preload. */
  readonly preloadPath: string;
  readonly title: string;
  readonly url: string;
  readonly readPlace: () => WindowPlace | undefined;
  readonly writePlace: (place: WindowPlace) => void;
  /** Keeps what the window still holds; the window closes when it settles. */
  readonly beforeClose: (window: BrowserWindow) => Promise<void>;
}

/** Options of every window; Electron's security list in one place, so that a test can read it. */
export function windowOptions(preloadPath: string): BrowserWindowConstructorOptions {
  return {
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  };
}

/** Opens the window where it last stood, and keeps what it holds before it closes. */
export function openWindow(deps: WindowDeps): BrowserWindow {
  const place = deps.readPlace();
  const window = new BrowserWindow({ ...windowOptions(deps.preloadPath), title: deps.title, ...visiblePlace(place) });
  if (place?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  let isKept = false;
  window.on('close', (event) => {
    if (isKept) return;
    event.preventDefault();
    isKept = true;
    deps.writePlace({ ...window.getNormalBounds(), maximized: window.isMaximized() });
    const destroy = (): void => window.destroy();
    void deps.beforeClose(window).then(destroy, destroy);
  });
  void window.loadURL(deps.url);
  return window;
}

/** Ends the app as a person does who closes its windows. */
export function quitApp(): void {
  app.quit();
}

/** Brings the window forward, as a second start of the app does. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The remembered place when a good part of it is still on a screen; the default size otherwise. */
function visiblePlace(place: WindowPlace | undefined): Partial<Rectangle> {
  if (place === undefined) return defaultSize;
  const isVisible = screen.getAllDisplays().some(({ workArea }) => {
    const width = Math.min(place.x + place.width, workArea.x + workArea.width) - Math.max(place.x, workArea.x);
    const height = Math.min(place.y + place.height, workArea.y + workArea.height) - Math.max(place.y, workArea.y);
    return width >= 200 && height >= 100;
  });
  const { x, y, width, height } = place;
  return isVisible ? { x, y, width, height } : defaultSize;
}
