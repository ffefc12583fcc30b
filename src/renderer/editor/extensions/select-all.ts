import type { ElementNode, LexicalEditor, LexicalNode } from 'lexical';
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  SELECT_ALL_COMMAND,
} from 'lexical';
import { $isCaptionNode } from '../nodes/CaptionNode.ts';
import { $cellOf } from '../nodes/table-place.ts';
import { $isAtEdge } from '../nodes/top-block.ts';

/** Ctrl+A: the words of the cell or caption; all of the document when they are selected already. */
export function registerSelectAll(editor: LexicalEditor): () => void {
  return editor.registerCommand(SELECT_ALL_COMMAND, $selectPart, COMMAND_PRIORITY_HIGH);
}

function $selectPart(event: KeyboardEvent | null): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const words = $partOf(selection.anchor.getNode());
  if (words === null || words.isEmpty() || !words.is($partOf(selection.focus.getNode()))) return false;
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  if ($isAtEdge(start, words, 'start') && $isAtEdge(end, words, 'end')) return false;
  event?.preventDefault();
  words.select(0, words.getChildrenSize());
  return true;
}

/** The element with the words of the cell or caption around a node. */
function $partOf(node: LexicalNode): ElementNode | null {
  const words = $cellOf(node)?.getFirstChild() ?? $findMatchingParent(node, $isCaptionNode);
  return $isElementNode(words) ? words : null;
}
