import type { LexicalNode } from 'lexical';
import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $isElementNode,
  $isRootNode,
  $isTextNode,
  $setSelection,
} from 'lexical';
import { $topBlock } from '../nodes/top-block.ts';
import { $enterBlock, $isBlockUnit } from './block-units.ts';

/** Puts the caret into the words at a point of the window, or selects the block there as a whole. False where there is none. */
export function $enterAt(x: number, y: number): boolean {
  const place = document.caretPositionFromPoint(x, y);
  const node = place && $getNearestNodeFromDOMNode(place.offsetNode);
  if (!place || !node || $isRootNode(node)) return false;
  if ($isTextNode(node) && place.offsetNode instanceof Text) {
    const selection = $createRangeSelection();
    selection.anchor.set(node.getKey(), place.offset, 'text');
    selection.focus.set(node.getKey(), place.offset, 'text');
    $setSelection(selection);
  } else {
    $enterBlock($holderOf(node), 'end');
  }
  return true;
}

/** The element that takes a caret: a paragraph, item, cell or caption, else the block. */
function $holderOf(node: LexicalNode): LexicalNode {
  if ($isElementNode(node) && !node.isInline() && !$isBlockUnit(node)) return node;
  return $topBlock(node) ?? node;
}
