import { theme } from '../theme.ts';

/** A place between two blocks of the sheet. */
export interface BlockGap {
  /** Among the document's blocks: 0 is before the first. */
  readonly index: number;
  /** Where it lies in the window, CSS pixels. */
  readonly y: number;
}

/** The gap between blocks that is nearest to a height in the window; above and below the text its ends. */
export function nearestGap(root: HTMLElement, y: number): BlockGap {
  const blocks = blockElements(root);
  const index = countWhile(blocks, (box) => box.top + box.height / 2 < y);
  const above = blocks[index - 1]?.getBoundingClientRect().bottom;
  const below = blocks[index]?.getBoundingClientRect().top;
  return {
    index,
    y: above === undefined ? (below ?? y) - 6 : below === undefined ? above + 6 : (above + below) / 2,
  };
}

/** The block at a height in the window, with the space below it; null above the text and well below it. */
export function blockAtHeight(root: HTMLElement, y: number): HTMLElement | null {
  const blocks = blockElements(root);
  const block = blocks[countWhile(blocks, (box) => box.top <= y) - 1];
  const next = block?.nextElementSibling?.getBoundingClientRect().top ?? block?.getBoundingClientRect().bottom ?? 0;
  return block instanceof HTMLElement && y < next ? block : null;
}

/** The elements of the document's blocks, in their order: Lexical's sign for a caret between blocks is none. */
export function blockElements(root: HTMLElement): ArrayLike<Element> {
  const blocks = root.children;
  const cursor = root.querySelector(`:scope > .${theme.blockCursor ?? ''}`);
  return cursor === null ? blocks : [...blocks].filter((block) => block !== cursor);
}

/** How many of the first blocks hold true: blocks stand one under the other, so a long text needs few looks. */
export function countWhile(blocks: ArrayLike<Element>, holds: (box: DOMRect) => boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const box = blocks[middle]?.getBoundingClientRect();
    if (box && holds(box)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts something that stands in the sheet's own box at a height in the window; the sheet may be enlarged. */
export function placeAtHeight(element: HTMLElement, y: number): void {
  const top = element.parentElement?.getBoundingClientRect().top ?? 0;
  element.style.setProperty('top', `${String((y - top) / element.currentCSSZoom)}px`);
}

/** The box that the sheet scrolls in: its margins belong to the sheet too. */
export function scrollBox(root: HTMLElement): HTMLElement {
  for (let box = root.parentElement; box !== null; box = box.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.documentElement;
}
