/** A place between two blocks of the sheet. */
export interface BlockGap {
  /** Among the document's blocks: 0 is before the first. */
  readonly index: number;
  /** Where it lies in the window, CSS pixels. */
  readonly y: number;
}

/** The gap between blocks that is nearest to a height in the window; above and below the text its ends. */
export function nearestGap(root: HTMLElement, y: number): BlockGap {
  const blocks = root.children;
  // The first block whose middle lies below: blocks stand one under the other, so a long text needs few looks.
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = blocks[middle]?.getBoundingClientRect();
    if (box && box.top + box.height / 2 < y) low = middle + 1;
    else high = middle;
  }
  const above = blocks[low - 1]?.getBoundingClientRect().bottom;
  const below = blocks[low]?.getBoundingClientRect().top;
  return {
    index: low,
    y: above === undefined ? (below ?? y) - 6 : below === undefined ? above + 6 : (above + below) / 2,
  };
}
