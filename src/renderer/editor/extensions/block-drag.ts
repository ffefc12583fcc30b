import type { LexicalEditor } from 'lexical';
import { $getNearestNodeFromDOMNode, HISTORY_PUSH_TAG } from 'lexical';
import { watchDrag } from '#renderer/ui/watch-drag.ts';
import type { BlockKeys } from './block-acts.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $blocksMeant, $moveBlocks } from './block-acts.ts';
import { nearestGap, placeAtHeight, scrollBox } from './block-gap.ts';

/** Height of the zones at the window's edges in which a drag scrolls, CSS pixels. */
const scrollZone = 56;
/** The fastest that it scrolls there, CSS pixels a frame. */
const fastest = 18;

export interface BlockDragOptions {
  /** What is pressed: the handle, or the sheet with its pictures. */
  readonly element: HTMLElement;
  /** The line that shows where the blocks will stand. */
  readonly line: () => HTMLElement | null;
  /** What is dragged from there; asked when a drag begins. */
  readonly blocks: (press: PointerEvent) => BlockKeys;
  /** From the first step of a drag to its end. */
  readonly onDrag?: (isDragging: boolean) => void;
}

/**
 * Dragging moves the blocks to the gap that the line shows, in one undo step. An input method that began to
 * compose meanwhile leaves everything where it is.
 */
export function registerBlockDrag(editor: LexicalEditor, options: BlockDragOptions): () => void {
  const { element, line, onDrag } = options;
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
  return watchDrag(element, {
    begin: (press) => {
      moved = options.blocks(press);
      if (moved.length === 0) return false;
      y = press.clientY;
      mark(true);
      onDrag?.(true);
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
      onDrag?.(false);
    },
  });
}

/** A picture is taken by itself, as in Word; a tool or a field on it is not. */
export function figureAt(editor: LexicalEditor, target: EventTarget | null): BlockKeys {
  if (!(target instanceof Element) || !editor.isEditable()) return [];
  if (target.closest('.gq-picture') === null || target.closest('button, input, [role="toolbar"]') !== null) return [];
  return editor.read('latest', () => {
    const node = $getNearestNodeFromDOMNode(target);
    return $isFigureNode(node) ? $blocksMeant(node.getKey()) : [];
  });
}

function scrollAtEdge(box: HTMLElement, y: number): void {
  const { top, bottom } = box.getBoundingClientRect();
  const above = Math.max(top, 0) + scrollZone - y;
  const below = y - (Math.min(bottom, innerHeight) - scrollZone);
  const into = Math.max(above, below, 0);
  if (into > 0) box.scrollBy(0, (above > 0 ? -1 : 1) * Math.min((into / scrollZone) * fastest, fastest));
}
