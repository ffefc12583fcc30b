/** The windows that exist, apart from what a window is: `app.quit` closes them and must not import them. */
type Closable = { close(): void; isDestroyed(): boolean };

const windows = new Set<Closable>();

export function addWindow(window: Closable): void {
  windows.add(window);
}

export function removeWindow(window: Closable): void {
  windows.delete(window);
}

/** Closes every window; false when one of them prevented it. */
export function closeAllWindows(): boolean {
  for (const window of windows) window.close();
  return windows.size === 0;
}
