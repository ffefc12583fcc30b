/**
 * Scrolls, and again in the two frames after: blocks that come into sight for the first time get their true height then, which
 * moves what stands below them.
 */
export function scrollAndAgain(scroll: () => void): void {
  scroll();
  requestAnimationFrame(() => {
    scroll();
    requestAnimationFrame(scroll);
  });
}

/** Brings an element of the sheet into sight. */
export function bringIntoSight(element: HTMLElement | null, block: 'nearest' | 'center' = 'nearest'): void {
  if (element) scrollAndAgain(() => element.scrollIntoView({ block }));
}
