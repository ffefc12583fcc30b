import type { TableNode } from '@lexical/table';
import { $createTableSelectionFrom } from '@lexical/table';
import type { LexicalCommand, LexicalEditor, RangeSelection } from 'lexical';
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import { $cellOf, $tableOf } from '../nodes/table-place.ts';

/**
 * A selection that goes into a table or out of one shows all of it as selected. Before such a selection is replaced or
 * removed it is made to hold the whole table: no table is left with half of its rows.
 */
export function registerTableRange(editor: LexicalEditor): () => void {
  const $hold = (): false => {
    const selection = $getSelection();
    if ($isRangeSelection(selection) && !editor.isComposing()) $holdTables(selection);
    return false;
  };
  const before = <Payload>(command: LexicalCommand<Payload>): (() => void) =>
    editor.registerCommand(command, $hold, COMMAND_PRIORITY_CRITICAL);
  return mergeRegister(
    before(DELETE_CHARACTER_COMMAND),
    before(DELETE_WORD_COMMAND),
    before(DELETE_LINE_COMMAND),
    before(REMOVE_TEXT_COMMAND),
    before(CONTROLLED_TEXT_INSERTION_COMMAND),
    before(INSERT_PARAGRAPH_COMMAND),
    before(INSERT_LINE_BREAK_COMMAND),
  );
}

/** Removes what a selection shows as selected. */
export function $removeWords(selection: RangeSelection): void {
  $holdTables(selection);
  const held = $getSelection();
  if ($isRangeSelection(held)) held.removeText();
}

function $holdTables(selection: RangeSelection): void {
  if (selection.isCollapsed()) return;
  const anchor = selection.anchor.getNode();
  const focus = selection.focus.getNode();
  const [anchorTable, focusTable] = [$tableOf(anchor), $tableOf(focus)];
  if (anchorTable !== null && anchorTable.is(focusTable)) {
    const [anchorCell, focusCell] = [$cellOf(anchor), $cellOf(focus)];
    if (anchorCell && focusCell && !anchorCell.is(focusCell)) {
      $setSelection($createTableSelectionFrom(anchorTable, anchorCell, focusCell));
    }
    return;
  }
  const isBackward = selection.isBackward();
  if (anchorTable) $setBeside(selection.anchor, anchorTable, isBackward ? 'after' : 'before');
  if (focusTable) $setBeside(selection.focus, focusTable, isBackward ? 'before' : 'after');
}

function $setBeside(point: RangeSelection['anchor'], table: TableNode, side: 'before' | 'after'): void {
  const index = table.getIndexWithinParent();
  point.set($getRoot().getKey(), side === 'before' ? index : index + 1, 'element');
}
