import type { LexicalEditor, NodeKey } from 'lexical';
import { $getNearestNodeFromDOMNode, BLUR_COMMAND, COMMAND_PRIORITY_LOW, mergeRegister } from 'lexical';
import { $topBlock } from '../nodes/top-block.ts';
import { blockAtHeight, placeAtHeight, scrollBox } from './block-gap.ts';
import { $selectedBlocks } from './move-blocks.ts';

/** How far beside the text the pointer still means its blocks, CSS pixels. */
const reach = 72;
/** Height of a first line, beside whose middle the handle stands, CSS pixels at 100 %. */
const firstLine = 31;

export interface BlockHandle {
  /** The block that the handle stands beside. */
  readonly block: () => NodeKey | null;
  /** Puts the handle beside a block and keeps it there until it is let go. */
  readonly hold: (block: NodeKey) => void;
  readonly letGo: () => void;
  readonly dispose: () => void;
}

/**
 * Keeps the handle beside the block under the pointer, or the one that the caret went into. It goes away when words are
 * written, for then nobody wants it; a key in the words costs no look at the layout. Placed at most once a frame.
 */
export function createBlockHandle(editor: LexicalEditor, button: HTMLElement): BlockHandle {
  let block: NodeKey | null = null;
  let caretBlock: NodeKey | null = null;
  let isHeld = false;
  let frame = 0;
  const hide = (): void => {
    cancelAnimationFrame(frame);
    frame = 0;
    if (isHeld || block === null) return;
    block = null;
    button.removeAttribute('data-shown');
  };
  const showBeside = (key: NodeKey, element: HTMLElement): void => {
    block = key;
    const { top, height } = element.getBoundingClientRect();
    placeAtHeight(button, top + Math.min(height, firstLine * button.currentCSSZoom) / 2);
    button.setAttribute('data-shown', '');
  };
  const soon = (act: () => void): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (!isHeld && !editor.isComposing()) act();
    });
  };
  const follow = (root: HTMLElement, event: PointerEvent): void => {
    const { left, right } = root.getBoundingClientRect();
    const isNear = event.clientX > left - reach && event.clientX < right + reach;
    const element = isNear ? blockAtHeight(root, event.clientY) : null;
    const key = element && editor.read('latest', () => keyOf(element));
    if (element !== null && key !== null) showBeside(key, element);
    else hide();
  };
  const move = (event: PointerEvent): void => {
    const root = editor.getRootElement();
    if (root === null || event.pointerType === 'touch') return;
    if (!(event.target instanceof Node) || !scrollBox(root).contains(event.target)) return hide();
    // A pressed button draws a selection: nothing may come under it.
    if (event.buttons !== 0) hide();
    else if (event.target !== button) soon(() => follow(root, event));
  };
  // On the window, for to look for the box that the sheet scrolls in costs the layout of a sheet that nobody has seen yet.
  window.addEventListener('pointermove', move, { passive: true });
  document.documentElement.addEventListener('pointerleave', hide, { passive: true });
  const stop = mergeRegister(
    () => window.removeEventListener('pointermove', move),
    () => document.documentElement.removeEventListener('pointerleave', hide),
    editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
      if (editor.isComposing() || dirtyElements.size > 0 || dirtyLeaves.size > 0) return hide();
      const key = editorState.read(() => $selectedBlocks()[0]?.getKey() ?? null);
      if (key === caretBlock) return;
      caretBlock = key;
      if (key === null) return;
      soon(() => {
        const element = editor.getElementByKey(key);
        if (element !== null) showBeside(key, element);
      });
    }),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        hide();
        return false;
      },
      COMMAND_PRIORITY_LOW,
    ),
  );
  return {
    block: () => block,
    hold: (key) => {
      const element = editor.getElementByKey(key);
      if (element === null) return;
      hide();
      showBeside(key, element);
      isHeld = true;
    },
    letGo: () => {
      isHeld = false;
      hide();
    },
    dispose: () => {
      cancelAnimationFrame(frame);
      stop();
    },
  };
}

function keyOf(element: HTMLElement): NodeKey | null {
  const node = $getNearestNodeFromDOMNode(element);
  return node && ($topBlock(node)?.getKey() ?? null);
}
