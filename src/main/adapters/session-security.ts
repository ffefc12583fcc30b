import { app, session, type Session, type WebContents } from 'electron';
import { isAppUrl } from './app-origin.ts';

/** The one permission the editor needs: to put text on the clipboard at the person's own click. */
const allowedPermission = 'clipboard-sanitized-write';

/** Schemes that a page of ours may load; the network is the main process's business alone. */
const allowedSchemes = new Set(['app:', 'blob:', 'devtools:']);

/** The one session that the window uses. Call when the app is ready. */
export function secureDefaultSession(): void {
  secureSession(session.defaultSession);
}

/** Denies every permission, device and screen, and every request to a network. */
export function secureSession(target: Session): void {
  target.setPermissionRequestHandler((contents, permission, answer) => {
    answer(permission === allowedPermission && isAppUrl(contents.getURL()));
  });
  target.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === allowedPermission && isAppUrl(origin),
  );
  target.setDevicePermissionHandler(() => false);
  target.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  target.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
}

/** Whether a page may load an address: only the app's own. */
export function mayLoad(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol } = new URL(url);
  return protocol === 'app:' ? isAppUrl(url) : allowedSchemes.has(protocol);
}

/** Holds every page where it is, from the moment it exists. Call before the first window is made. */
export function secureAllContents(): void {
  app.on('web-contents-created', (_event, contents) => secureContents(contents));
}

/** No navigation but to the app's own pages, no second window, no webview. */
export function secureContents(contents: WebContents): void {
  contents.on('will-navigate', stayInApp);
  contents.on('will-frame-navigate', stayInApp);
  contents.on('will-redirect', stayInApp);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function stayInApp(event: { readonly url: string; preventDefault(): void }): void {
  if (!isAppUrl(event.url)) event.preventDefault();
}
