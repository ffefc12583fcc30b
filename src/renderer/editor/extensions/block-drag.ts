import type { LexicalEditor } from 'lexical';
import { HISTORY_PUSH_TAG, mergeRegister } from 'lexical';
import { watchDrag } from '#renderer/ui/watch-drag.ts';
import type { BlockKeys } from './block-acts.ts';
import { $moveBlocks } from './block-acts.ts';
import { nearestGap, placeAtHeight, scrollBox } from './block-gap.ts';

/** Height of the zones at the window's edges in which a drag scrolls, CSS pixels. */
const scrollZone = 56;
/** The fastest that it scrolls there, CSS pixels a frame. */
const fastest = 18;

export interface BlockDragOptions {
  readonly button: HTMLElement;
  /** The line that shows where the blocks will stand. */
  readonly line: () => HTMLElement | null;
  /** What the handle stands beside; asked when a drag begins. */
  readonly blocks: () => BlockKeys;
  /** From the first step of a drag to its end. */
  readonly onDrag: (isDragging: boolean) => void;
  /** Pressed and let go without a way. */
  readonly onPress: () => void;
}

/**
 * Dragging the handle moves its blocks to the gap that the line shows, in one undo step. An input method that began to
 * compose meanwhile leaves everything where it is.
 */
export function registerBlockDrag(editor: LexicalEditor, options: BlockDragOptions): () => void {
  const { button, line } = options;
  let y = 0;
  let moved: BlockKeys = [];
  let frame = 0;
  const mark = (isMoving: boolean): void => {
    for (const key of moved) editor.getElementByKey(key)?.toggleAttribute('data-moving', isMoving);
  };
  /** One frame: scrolls near the edges and shows the gap. */
  const step = (): void => {
    const root = editor.getRootElement();
    const shown = line();
    if (root === null || shown === null) return;
    scrollAtEdge(scrollBox(root), y);
    placeAtHeight(shown, nearestGap(root, y).y);
    shown.setAttribute('data-shown', '');
    frame = requestAnimationFrame(step);
  };
  const drop = (): void => {
    const root = editor.getRootElement();
    if (root === null || editor.isComposing() || !editor.isEditable()) return;
    const gap = nearestGap(root, y).index;
    editor.update(() => void $moveBlocks(moved, gap), { discrete: true, tag: HISTORY_PUSH_TAG });
  };
  const stopDrag = watchDrag(button, {
    begin: (press) => {
      moved = options.blocks();
      if (moved.length === 0) return false;
      y = press.clientY;
      mark(true);
      options.onDrag(true);
      step();
      return true;
    },
    move: (height) => {
      y = height;
    },
    drop,
    end: () => {
      cancelAnimationFrame(frame);
      mark(false);
      moved = [];
      line()?.removeAttribute('data-shown');
      options.onDrag(false);
    },
  });
  const press = (): void => options.onPress();
  button.addEventListener('click', press);
  button.addEventListener('mousedown', keepFocus);
  return mergeRegister(stopDrag, () => {
    button.removeEventListener('click', press);
    button.removeEventListener('mousedown', keepFocus);
  });
}

/** The caret and the focus stay where the person writes. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

function scrollAtEdge(box: HTMLElement, y: number): void {
  const { top, bottom } = box.getBoundingClientRect();
  const above = Math.max(top, 0) + scrollZone - y;
  const below = y - (Math.min(bottom, innerHeight) - scrollZone);
  const into = Math.max(above, below, 0);
  if (into > 0) box.scrollBy(0, (above > 0 ? -1 : 1) * Math.min((into / scrollZone) * fastest, fastest));
}
