import type { LexicalEditor } from 'lexical';
import { HISTORY_PUSH_TAG } from 'lexical';
import type { BlockKeys } from './block-acts.ts';
import { $moveBlocks } from './block-acts.ts';
import { nearestGap, placeAtHeight, scrollBox } from './block-gap.ts';

/** The pointer's way after which a press is a drag, CSS pixels. */
const slack = 4;
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
 * Dragging the handle moves its blocks to the gap that the line shows, in one undo step. Escape, a lost pointer and an
 * input method that began to compose leave everything where it is. By pointer events, for a browser's own drag would bring
 * the words along as something to paste.
 */
export function registerBlockDrag(editor: LexicalEditor, options: BlockDragOptions): () => void {
  const { button, line } = options;
  let pressedAt: number | null = null;
  let wasDragged = false;
  let y = 0;
  let moved: BlockKeys = [];
  let frame = 0;
  const isDragging = (): boolean => moved.length > 0;
  const marked = (): readonly HTMLElement[] => moved.flatMap((key) => editor.getElementByKey(key) ?? []);
  const end = (): void => {
    pressedAt = null;
    if (!isDragging()) return;
    cancelAnimationFrame(frame);
    for (const element of marked()) element.removeAttribute('data-moving');
    moved = [];
    line()?.removeAttribute('data-shown');
    window.removeEventListener('keydown', escape, true);
    options.onDrag(false);
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  const begin = (): void => {
    moved = options.blocks();
    if (!isDragging()) return;
    wasDragged = true;
    for (const element of marked()) element.setAttribute('data-moving', '');
    window.addEventListener('keydown', escape, true);
    options.onDrag(true);
    step();
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
    const keys = moved;
    const gap = root && nearestGap(root, y).index;
    end();
    if (gap === null || editor.isComposing() || !editor.isEditable()) return;
    editor.update(() => void $moveBlocks(keys, gap), { discrete: true, tag: HISTORY_PUSH_TAG });
  };
  const down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    pressedAt = event.clientY;
    wasDragged = false;
    button.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    if (pressedAt === null) return;
    y = event.clientY;
    if (!isDragging() && Math.abs(y - pressedAt) > slack) begin();
  };
  const up = (): void => {
    if (isDragging()) drop();
    end();
  };
  /** Also how a screen reader presses. */
  const click = (): void => {
    if (!wasDragged) options.onPress();
    wasDragged = false;
  };
  const listeners = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['lostpointercapture', end],
    ['mousedown', keepFocus],
    ['click', click],
  ] as const;
  for (const [name, listener] of listeners) button.addEventListener(name, listener as EventListener);
  return () => {
    end();
    for (const [name, listener] of listeners) button.removeEventListener(name, listener as EventListener);
  };
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
