/** The place that was asked for last: who asked for another one before does not scroll back to it. */
let goal: (() => void) | undefined;

/**
 * Scrolls, and again in the two frames after: blocks that come into sight for the first time get their true height then, which
 * moves what stands below them. Stops when another place is asked for meanwhile.
 */
export function scrollAndAgain(scroll: () => void): void {
  goal = scroll;
  scroll();
  requestAnimationFrame(() => {
    if (goal !== scroll) return;
    scroll();
    requestAnimationFrame(() => {
      if (goal === scroll) scroll();
    });
  });
}

/**
 * Scrolls words that stand drawn: once on a short way, for Chromium draws blocks one and a half windows ahead, and a frame
 * that is asked for holds up the next key.
 */
export function scrollToWords(words: HTMLElement, scroll: () => void): void {
  const { top } = words.getBoundingClientRect();
  goal = undefined;
  scroll();
  if (Math.abs(words.getBoundingClientRect().top - top) >= window.innerHeight) scrollAndAgain(scroll);
}

/** Brings an element of the sheet into sight. */
export function bringIntoSight(element: HTMLElement | null, block: 'nearest' | 'center' = 'nearest'): void {
  if (element) scrollAndAgain(() => element.scrollIntoView({ block }));
}
