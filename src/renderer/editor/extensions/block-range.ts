import { $createTableSelectionFrom, $isTableNode } from '@lexical/table';
import type { LexicalCommand, LexicalEditor, LexicalNode, PointType, RangeSelection } from 'lexical';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $isRootNode,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  mergeRegister,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import { $readSelection } from '../history/stored-selection.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $cellOf, $tableOf } from '../nodes/table-place.ts';
import { $topBlock } from '../nodes/top-block.ts';
import { $rangeOf } from '../places.ts';
import { $captionOf, $enterBlock } from './block-units.ts';
import { onKeyOf } from './on-key.ts';

/** What Lexical inserts in the place of the selection for an input method to write in; it counts as composing already. */
export const compositionStart = '\u200b';

/**
 * What is removed or replaced is what a selection shows as selected. One that goes into a table or out of it holds all of
 * the table: none is left with half of its rows. Of a caption it holds the words; the figure stays, for its picture is
 * not selected unless the selection goes over all of it.
 */
export function registerBlockRange(editor: LexicalEditor): () => void {
  const $remove = (): boolean => !editor.isComposing() && $removeAcross();
  const removes = <Payload>(command: LexicalCommand<Payload>): (() => void) =>
    editor.registerCommand(command, $remove, COMMAND_PRIORITY_CRITICAL);
  const replaces = <Payload>(command: LexicalCommand<Payload>): (() => void) =>
    editor.registerCommand(
      command,
      () => {
        $remove();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    );
  return mergeRegister(
    // Before Lexical's tables stretch such a selection: they would take a table that stands next to it along.
    editor.registerCommand(KEY_BACKSPACE_COMMAND, onKeyOf(editor)($removeAcross), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_DELETE_COMMAND, onKeyOf(editor)($removeAcross), COMMAND_PRIORITY_CRITICAL),
    removes(DELETE_CHARACTER_COMMAND),
    removes(DELETE_WORD_COMMAND),
    removes(DELETE_LINE_COMMAND),
    removes(REMOVE_TEXT_COMMAND),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (inserted) => {
        if (inserted === compositionStart) $removeAcross();
        else $remove();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    replaces(INSERT_PARAGRAPH_COMMAND),
    replaces(INSERT_LINE_BREAK_COMMAND),
  );
}

/** Removes what a selection shows as selected. */
export function $removeWords(selection: RangeSelection): void {
  if (!$removeAcross()) selection.removeText();
}

/** One end of a selection. */
interface End {
  /** The block that holds it; null between blocks. */
  readonly block: LexicalNode | null;
  /** Its place in the words of the block. */
  readonly offset: number;
  /** Among the document's blocks: those between the ends' places are selected as a whole. */
  readonly wholeFrom: number;
  readonly wholeTo: number;
}

function $endOf(point: PointType, offset: number): End {
  const node = point.getNode();
  if ($isRootNode(node)) return { block: null, offset: 0, wholeFrom: point.offset, wholeTo: point.offset };
  const block = $topBlock(node);
  const index = block?.getIndexWithinParent() ?? 0;
  if ($isTableNode(block)) return { block: null, offset: 0, wholeFrom: index, wholeTo: index + 1 };
  return { block, offset, wholeFrom: index + 1, wholeTo: index };
}

/**
 * Removes a selection that begins or ends in a figure, in a table or between blocks; the caret stays where the selection
 * began. False for selections between words, which are Lexical's. Cells are selected as such, and nothing removed yet.
 */
function $removeAcross(): boolean {
  const selection = $getSelection();
  const stored = $readSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed() || stored?.kind !== 'words') return false;
  if ($isInOneTable(selection)) return false;
  const { anchor, focus } = selection;
  const ends = [$endOf(anchor, stored.anchor.offset), $endOf(focus, stored.focus.offset)] as const;
  const [start, end] = selection.isBackward() ? [ends[1], ends[0]] : ends;
  if ([start, end].every(({ block }) => block !== null && !$isFigureNode(block))) return false;
  if (start.block !== null && start.block.is(end.block)) {
    $removeSpan(start.block, start.offset, end.offset);
    return true;
  }
  const whole = $getRoot().getChildren().slice(start.wholeFrom, end.wholeTo);
  if (end.block) $removeSpan(end.block, 0, end.offset);
  if (start.block) $removeSpan(start.block, start.offset, Number.MAX_SAFE_INTEGER);
  $enterStart(start, end, whole);
  for (const block of whole) block.remove();
  return true;
}

/** Makes a selection from cell to cell of one table one of cells. */
function $isInOneTable({ anchor, focus }: RangeSelection): boolean {
  const table = $tableOf(anchor.getNode());
  if (table === null || !table.is($tableOf(focus.getNode()))) return false;
  const [from, to] = [$cellOf(anchor.getNode()), $cellOf(focus.getNode())];
  if (from && to && !from.is(to)) $setSelection($createTableSelectionFrom(table, from, to));
  return true;
}

function $removeSpan(block: LexicalNode, from: number, to: number): void {
  const range = from < to ? $rangeOf(block, from, to) : null;
  if (range === null) return;
  $setSelection(range);
  range.removeText();
}

/** Puts the caret where the selection began: into words that stay there, or into a paragraph of its own. */
function $enterStart(start: End, end: End, whole: readonly LexicalNode[]): void {
  if (start.block) {
    const caret = $rangeOf(start.block, start.offset, start.offset);
    if (caret) $setSelection(caret);
    // A caption that has no words any more: the figure itself would take none.
    else $enterBlock($isFigureNode(start.block) ? ($captionOf(start.block) ?? start.block) : start.block, 'start');
    return;
  }
  const words = end.block ? $rangeOf(end.block, 0, 0) : null;
  if (words) {
    $setSelection(words);
    return;
  }
  const paragraph = $createParagraphNode();
  whole[0]?.insertBefore(paragraph);
  paragraph.selectStart();
}
