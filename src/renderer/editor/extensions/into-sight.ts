/**
 * Brings an element of the sheet into sight. Blocks above it that come into sight for the first time get their true height
 * in the frames after, which moves it: so it looks again then.
 */
export function bringIntoSight(element: HTMLElement | null, block: 'nearest' | 'center' = 'nearest'): void {
  if (!element) return;
  const scroll = (): void => element.scrollIntoView({ block });
  scroll();
  requestAnimationFrame(() => {
    scroll();
    requestAnimationFrame(scroll);
  });
}
