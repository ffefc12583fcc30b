import { $isTableNode } from '@lexical/table';
import type { LexicalEditor, LexicalNode } from 'lexical';
import {
  $createParagraphNode,
  $getNearestNodeFromDOMNode,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isNodeSelection,
  $isParagraphNode,
  HISTORY_PUSH_TAG,
  stopLexicalPropagation,
} from 'lexical';
import { $topBlock } from '../nodes/top-block.ts';
import { $enterBlock, $isBlockUnit, $selectUnit } from './block-units.ts';
import { $enterAt } from './point-place.ts';

/**
 * Clicks where no words are. Beside a block, in the margins of the sheet too, they go to the line at their height, or to the
 * whole of a figure, boilerplate or rule; below the last block to a paragraph, which is made where there is none. A
 * boilerplate or rule that is clicked is selected, however often.
 */
export function registerBlockClicks(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    const sheet = root && (root.closest<HTMLElement>('.canvas') ?? root);
    if (!sheet) return undefined;
    let isTaken = false;
    const press = (event: PointerEvent): void => {
      isTaken = enterBeside(editor, root, event);
      // Lexical would take the selection from the page, where there may be none.
      if (isTaken) stopLexicalPropagation(event);
    };
    const keep = (event: MouseEvent): void => {
      if (isTaken) event.preventDefault();
    };
    const click = (event: MouseEvent): void => {
      isTaken ||= selectClicked(editor, root, event);
      if (isTaken) stopLexicalPropagation(event);
      else returnToWords(editor, event);
      isTaken = false;
    };
    sheet.addEventListener('pointerdown', press, true);
    sheet.addEventListener('mousedown', keep, true);
    sheet.addEventListener('click', click, true);
    return () => {
      sheet.removeEventListener('pointerdown', press, true);
      sheet.removeEventListener('mousedown', keep, true);
      sheet.removeEventListener('click', click, true);
    };
  });
}

/** Whether the press was one beside the words and has found its place. */
function enterBeside(editor: LexicalEditor, root: HTMLElement, event: PointerEvent): boolean {
  const { target, clientX, clientY } = event;
  const isPlain = event.button === 0 && !event.shiftKey;
  if (!isPlain || !editor.isEditable() || editor.isComposing() || !(target instanceof HTMLElement)) return false;
  const isTableFrame = target.parentElement === root && target.querySelector(':scope > table') !== null;
  if ((!target.contains(root) && !isTableFrame) || isOnScrollbar(target, event)) return false;
  // Above the text stand the headline and its margin.
  if (target !== root && clientY < root.getBoundingClientRect().top) return false;
  const block = nearestBlock(editor, clientY);
  // Between words the browser finds the line, and a selection can begin there.
  if (block === null || (target === root && block.isAmongWords)) return false;
  const { left, right, top, bottom } = block.words.getBoundingClientRect();
  const isBelow = block.isLast && clientY > bottom;
  const [x, y] = [within(clientX, left, right), within(clientY, top, bottom)];
  editor.update(
    () => {
      if (isBelow) $enterEnd();
      else if (block.isWhole) $selectUnit(block.node);
      else if (!$enterAt(x, y)) $enterBlock(block.node, 'end');
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
  root.focus({ preventScroll: true });
  return true;
}

function within(value: number, from: number, to: number): number {
  return Math.min(Math.max(value, from + 1), to - 1);
}

function isOnScrollbar(element: HTMLElement, event: MouseEvent): boolean {
  return event.offsetX > element.clientWidth && element.scrollHeight > element.clientHeight;
}

interface NearBlock {
  readonly node: LexicalNode;
  /** The part of it that holds words. */
  readonly words: Element;
  /** Whether it is selected as a whole. Cells of a table take a caret. */
  readonly isWhole: boolean;
  readonly isLast: boolean;
  /** Neither it nor a block beside it is a unit. */
  readonly isAmongWords: boolean;
}

/** The block at a height of the window, or the one whose edge is nearest to it. */
function nearestBlock(editor: LexicalEditor, y: number): NearBlock | null {
  return editor.read('latest', () => {
    const blocks = $getRoot().getChildren();
    const box = (at: number): DOMRect | undefined =>
      editor.getElementByKey(blocks[at]?.getKey() ?? '')?.getBoundingClientRect();
    // Blocks stand one under the other, so a long text needs few looks.
    let [at, end] = [0, blocks.length - 1];
    while (at < end) {
      const middle = (at + end) >> 1;
      if ((box(middle)?.bottom ?? 0) < y) at = middle + 1;
      else end = middle;
    }
    const isAboveNearer = y - (box(at - 1)?.bottom ?? -Infinity) < (box(at)?.top ?? 0) - y;
    const node = blocks[isAboveNearer ? at - 1 : at];
    const element = node && editor.getElementByKey(node.getKey());
    if (!node || !element) return null;
    const [before, after] = [node.getPreviousSibling(), node.getNextSibling()];
    return {
      node,
      words: element.querySelector(':scope > table') ?? element,
      isWhole: $isBlockUnit(node) && !$isTableNode(node),
      isLast: after === null,
      isAmongWords: after !== null && ![before, node, after].some($isBlockUnit),
    };
  });
}

/** The end of the last paragraph; a new one where the document ends with something else. */
function $enterEnd(): void {
  const last = $getRoot().getLastChild();
  if ($isParagraphNode(last)) {
    $enterBlock(last, 'end');
    return;
  }
  const paragraph = $createParagraphNode();
  $getRoot().append(paragraph);
  paragraph.selectStart();
}

/** Selects the boilerplate or rule that was clicked, unless words of it were dragged over to be copied or a field was meant. */
function selectClicked(editor: LexicalEditor, root: HTMLElement, { target, detail }: MouseEvent): boolean {
  if (!(target instanceof Element) || target === root || !root.contains(target)) return false;
  if (target.closest('input, button, a, [role="menuitem"]') !== null) return false;
  if (detail === 1 && document.getSelection()?.isCollapsed === false) return false;
  const unit = editor.read('latest', () => {
    const node = $getNearestNodeFromDOMNode(target);
    const top = node && $topBlock(node);
    return $isDecoratorNode(top) && $isBlockUnit(top) ? top : null;
  });
  if (unit === null) return false;
  editor.update(() => $selectUnit(unit), { discrete: true });
  root.focus({ preventScroll: true });
  return true;
}

/** A click into words while a block is selected as such: Lexical would have no selection until the next key. */
function returnToWords(editor: LexicalEditor, { target, clientX, clientY }: MouseEvent): void {
  const isInWords = target instanceof HTMLElement && target.isContentEditable;
  if (!isInWords || document.getSelection()?.isCollapsed !== true) return;
  const selection = editor.read('latest', $getSelection);
  if (selection !== null && !$isNodeSelection(selection)) return;
  editor.update(() => void $enterAt(clientX, clientY), { discrete: true });
}
