import type { SheetTop } from '#shared/model/sheet-place.ts';
import { blockElements, countWhile, scrollBox } from './block-gap.ts';
import { scrollAndAgain } from './into-sight.ts';

/** What stands at the upper edge of the box that the sheet scrolls in; null where the sheet's own top is in sight. */
export function readTop(root: HTMLElement): SheetTop | null {
  const edge = scrollBox(root).getBoundingClientRect().top;
  const blocks = blockElements(root);
  const block = countWhile(blocks, (box) => box.top <= edge) - 1;
  const box = blocks[block]?.getBoundingClientRect();
  return box === undefined ? null : { block, share: (edge - box.top) / Math.max(box.height, 1) };
}

/** Scrolls the sheet to where it stood; to its end where there are fewer blocks by now. */
export function showTop(root: HTMLElement, { block, share }: SheetTop): void {
  const box = scrollBox(root);
  const blocks = blockElements(root);
  const element = blocks[Math.min(block, blocks.length - 1)];
  if (element === undefined) return;
  scrollAndAgain(() => {
    const { top, height } = element.getBoundingClientRect();
    box.scrollTop += top + height * share - box.getBoundingClientRect().top;
  });
}
