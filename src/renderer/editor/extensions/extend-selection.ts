import type { TableNode } from '@lexical/table';
import { $createTableSelectionFrom, $isTableNode } from '@lexical/table';
import type { LexicalEditor, LexicalNode, RangeSelection } from 'lexical';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_DOWN_COMMAND,
  mergeRegister,
} from 'lexical';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $areaOf, $cellAt, $cellOf } from '../nodes/table-place.ts';
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
  const byLine = (event: KeyboardEvent): boolean => event.shiftKey && $isWithinCell(editor, event.key);
  return mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      onKeyOf(editor)((event) => {
        const edge = edges[event.key];
        if (edge === undefined || !event.shiftKey || event.ctrlKey || event.metaKey) return false;
        const selection = $getSelection();
        return $isRangeSelection(selection) && $extend(editor, selection, edge, event.key);
      }),
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, byLine, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, byLine, COMMAND_PRIORITY_HIGH),
  );
}

/** Where the browser goes on by a line within a cell: Lexical's tables take the last line but one for the last. */
function $isWithinCell(editor: LexicalEditor, key: string): boolean {
  const selection = $getSelection();
  const words =
    $isRangeSelection(selection) && selection.isCollapsed()
      ? $cellOf(selection.focus.getNode())?.getFirstChild()
      : undefined;
  return $isElementNode(words) && !isCaretOnEdgeLine(editor, words, key === 'ArrowUp' ? 'first' : 'last');
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
  const isByLine = key === 'ArrowUp' || key === 'ArrowDown';
  if ($isTableNode(top)) {
    if (!top.is($topBlock(selection.anchor.getNode()))) return $stopBeyond(top, selection, edge);
    // Once cells are selected, others are added to them by the table's own keys.
    return isByLine && selection.isCollapsed() && $selectWithNext(editor, selection, top, edge);
  }
  const caption = $isFigureNode(top) ? $captionOf(top) : null;
  if (top === null || !$isElementNode(caption)) return false;
  const isAtEdge = isByLine
    ? isCaretOnEdgeLine(editor, caption, edge === 'start' ? 'first' : 'last')
    : $isAtEdge(selection.focus, caption, edge);
  return isAtEdge && $goOver(edge === 'start' ? top.getPreviousSibling() : top.getNextSibling(), selection, edge);
}

/**
 * From the last line of a cell on into the one below, as in Word: both are selected. Of the last row the cell itself is, by the
 * table's own keys.
 */
function $selectWithNext(editor: LexicalEditor, { focus }: RangeSelection, table: TableNode, edge: Edge): boolean {
  const cell = $cellOf(focus.getNode());
  const words = cell?.getFirstChild();
  if (!cell || !$isElementNode(words)) return false;
  if (!isCaretOnEdgeLine(editor, words, edge === 'start' ? 'first' : 'last')) return false;
  const area = $areaOf(table, [cell]);
  const next = area && $cellAt(table, edge === 'start' ? area.top - 1 : area.bottom + 1, area.left);
  if (!next) return false;
  $setSelection($createTableSelectionFrom(table, cell, next));
  return true;
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
