import { $isTableNode } from '@lexical/table';
import type { LexicalEditor, LexicalNode, RangeSelection } from 'lexical';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
} from 'lexical';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $isAtEdge, $topBlock } from '../nodes/top-block.ts';
import { $captionOf, $extendTo, $isBlockUnit } from './block-units.ts';
import { isCaretOnEdgeLine } from './caret-line.ts';
import { onKeyOf } from './on-key.ts';

type Edge = 'start' | 'end';

/**
 * Shift and an arrow at the edge of a caption, over a table, or between blocks: there the browser's own selection stops
 * before the next figure, table or boilerplate. It goes on into the next caption, or over the whole of the other units.
 */
export function registerExtendSelection(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    onKeyOf(editor)((event) => {
      const edge = edges[event.key];
      if (edge === undefined || !event.shiftKey || event.ctrlKey || event.metaKey) return false;
      const selection = $getSelection();
      return $isRangeSelection(selection) && $extend(editor, selection, edge, event.key);
    }),
    COMMAND_PRIORITY_CRITICAL,
  );
}

const edges: Readonly<Partial<Record<string, Edge>>> = {
  ArrowLeft: 'start',
  ArrowUp: 'start',
  ArrowRight: 'end',
  ArrowDown: 'end',
};

function $extend(editor: LexicalEditor, selection: RangeSelection, edge: Edge, key: string): boolean {
  const node = selection.focus.getNode();
  if ($isRootNode(node)) {
    const beyond = $getRoot().getChildAtIndex(selection.focus.offset - (edge === 'start' ? 1 : 0));
    return $goOver(beyond, selection, edge) || $goInto(beyond, selection, edge);
  }
  const top = $topBlock(node);
  // Inside one table cells are added to cells.
  if ($isTableNode(top)) return !top.is($topBlock(selection.anchor.getNode())) && $stopBeyond(top, selection, edge);
  const caption = $isFigureNode(top) ? $captionOf(top) : null;
  if (top === null || !$isElementNode(caption)) return false;
  const isByLine = key === 'ArrowUp' || key === 'ArrowDown';
  const isAtEdge = isByLine
    ? isCaretOnEdgeLine(editor, caption, edge === 'start' ? 'first' : 'last')
    : $isAtEdge(selection.focus, caption, edge);
  return isAtEdge && $goOver(edge === 'start' ? top.getPreviousSibling() : top.getNextSibling(), selection, edge);
}

/** On into the caption of a figure, or over all of another unit. Blocks of words are the browser's. */
function $goOver(block: LexicalNode | null, selection: RangeSelection, edge: Edge): boolean {
  if (!$isBlockUnit(block)) return false;
  return $isFigureNode(block) ? $goInto($captionOf(block), selection, edge) : $stopBeyond(block, selection, edge);
}

/** The selection ends where the words of an element begin, seen from where it comes. */
function $goInto(words: LexicalNode | null, selection: RangeSelection, edge: Edge): boolean {
  if (!$isElementNode(words)) return false;
  $extendTo(selection, words, edge === 'start' ? 'end' : 'start');
  return true;
}

/** The selection ends between blocks, with the whole of one in it. */
function $stopBeyond(block: LexicalNode, selection: RangeSelection, edge: Edge): boolean {
  const index = block.getIndexWithinParent() + (edge === 'start' ? 0 : 1);
  selection.focus.set($getRoot().getKey(), index, 'element');
  return true;
}
