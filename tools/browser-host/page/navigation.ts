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
