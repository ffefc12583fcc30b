import { showMessageBox } from './overlay.ts';

/** The browser's own, before the page loses it. */
const open = window.open.bind(window);

/**
 * What Electron's `will-navigate` and `setWindowOpenHandler` refuse, refused in the page: it never leaves the app's origin
 * and opens no window. External links go through the app's own call (shell.openExternal).
 */
export function keepPageInPlace(): void {
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener('navigate', (event) => {
    const { destination } = event as Event & { destination: { url: string } };
    if (new URL(destination.url).origin !== location.origin) event.preventDefault();
  });
  document.addEventListener(
    'click',
    (event) => {
      const target = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (target instanceof HTMLAnchorElement && target.target !== '' && target.target !== '_self')
        event.preventDefault();
    },
    { capture: true },
  );
  Object.defineProperty(window, 'open', { value: () => null, configurable: false, writable: false });
}

/** Opens another window of the app, as large as this one. A browser that wants a press for it is given one. */
export async function openWindow(path: string): Promise<boolean> {
  const features = `popup,width=${window.outerWidth},height=${window.outerHeight}`;
  if (open(path, '_blank', features) !== null) return true;
  const { response } = await showMessageBox({
    title: '稿签',
    message: '浏览器拦住了新窗口',
    detail: '按“打开”再试一次。（The browser held the new window back: press to open it.）',
    type: 'question',
    buttons: ['打开', '取消'],
    defaultId: 0,
    cancelId: 1,
    checkbox: '',
  });
  return response === 0 && open(path, '_blank', features) !== null;
}
