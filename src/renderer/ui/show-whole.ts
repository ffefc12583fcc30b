/** As a ref: scrolls what has just opened below the fold into sight, and nothing where all of it is seen. */
export function showWhole(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
