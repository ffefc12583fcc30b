import type { TableCellNode, TableNode } from '@lexical/table';
import { $isTableSelection } from '@lexical/table';
import type { LexicalEditor, RangeSelection } from 'lexical';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
} from 'lexical';
import { insertRow } from '#shared/document/table-edit.ts';
import { $areaOf, $cellAt, $cellOf, $cellsOf, $tableOf } from '../nodes/table-place.ts';
import { $isAtEdge } from '../nodes/top-block.ts';
import { $paragraphBeside, $selectUnit, $walkInto } from './block-units.ts';
import { isCaretOnEdgeLine } from './caret-line.ts';
import { onKeyOf } from './on-key.ts';
import { $clearCells, $replaceTable } from './replace-table.ts';
import { $readTable } from '../serialize/read-table.ts';

/** Keys inside tables. None of them acts during a composition. */
export function registerTableKeys(editor: LexicalEditor): () => void {
  const onKey = onKeyOf(editor);
  const arrow = ($act: (place: CaretCell) => boolean) =>
    onKey((event) => {
      const place = event.shiftKey || event.ctrlKey || event.metaKey ? null : $caretCell();
      return place !== null && $act(place);
    });
  return mergeRegister(
    editor.registerCommand(KEY_BACKSPACE_COMMAND, onKey($clearSelectedCells), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_DELETE_COMMAND, onKey($clearSelectedCells), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $deleteInCell, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_WORD_COMMAND, $deleteInCell, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_LINE_COMMAND, $deleteInCell, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $breakLine, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_TAB_COMMAND, onKey($tab), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, arrow($left), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, arrow($right), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      arrow((place) => $vertical(editor, place, 'first')),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ARROW_DOWN_COMMAND,
      arrow((place) => $vertical(editor, place, 'last')),
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

interface CaretCell {
  readonly selection: RangeSelection;
  readonly cell: TableCellNode;
  readonly table: TableNode;
}

/** The cell that holds the caret. */
function $caretCell(): CaretCell | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const cell = $cellOf(selection.anchor.getNode());
  const table = cell && $tableOf(cell);
  return cell && table ? { selection, cell, table } : null;
}

/** Delete on selected cells takes their words; when they have none and are all of the table, the table. */
function $clearSelectedCells(): boolean {
  const selection = $getSelection();
  if (!$isTableSelection(selection)) return false;
  $clearCells(selection);
  return true;
}

/** A cell ends where it ends: a deletion at its edge takes nothing of its neighbours. */
function $deleteInCell(isBackward: boolean): boolean {
  if ($clearSelectedCells()) return true;
  const place = $caretCell();
  return place !== null && $isAtEdge(place.selection.anchor, place.cell, isBackward ? 'start' : 'end');
}

function $breakLine(): boolean {
  const selection = $getSelection();
  if ($isTableSelection(selection)) return true;
  if (!$isRangeSelection(selection)) return false;
  const cell = $cellOf(selection.anchor.getNode());
  if (cell === null || !cell.is($cellOf(selection.focus.getNode()))) return false;
  selection.insertLineBreak();
  return true;
}

/** From cell to cell; after the last one a new row. Before the first one the focus leaves the sheet, as anywhere in it. */
function $tab(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const selection = $getSelection();
  if (!$isRangeSelection(selection) && !$isTableSelection(selection)) return false;
  const cell = $cellOf(selection.focus.getNode());
  const table = cell && $tableOf(cell);
  if (!cell || !table) return false;
  const cells = $cellsOf(table);
  const next = cells[cells.findIndex((one) => one.is(cell)) + (event.shiftKey ? -1 : 1)];
  if (next) {
    next.selectEnd();
    return true;
  }
  if (event.shiftKey) return false;
  const rows = table.getChildrenSize();
  $replaceTable(table, insertRow($readTable(table), rows), { row: rows, column: 0 });
  return true;
}

function $left({ selection, cell, table }: CaretCell): boolean {
  if (!$isAtEdge(selection.anchor, cell, 'start')) return false;
  const cells = $cellsOf(table);
  const previous = cells[cells.findIndex((one) => one.is(cell)) - 1];
  if (previous) previous.selectEnd();
  else $leaveTable(table, 'first');
  return true;
}

function $right({ selection, cell, table }: CaretCell): boolean {
  if (!$isAtEdge(selection.anchor, cell, 'end')) return false;
  const cells = $cellsOf(table);
  const next = cells[cells.findIndex((one) => one.is(cell)) + 1];
  if (next) next.selectStart();
  else $leaveTable(table, 'last');
  return true;
}

/** From the first or last line of a cell to the cell above or below, or out of the table. */
function $vertical(editor: LexicalEditor, { cell, table }: CaretCell, edge: 'first' | 'last'): boolean {
  const words = cell.getFirstChild();
  if ($isElementNode(words) && !isCaretOnEdgeLine(editor, words, edge)) return false;
  const area = $areaOf(table, [cell]);
  if (!area) return false;
  const next = $cellAt(table, edge === 'first' ? area.top - 1 : area.bottom + 1, area.left);
  if (next === null) $leaveTable(table, edge);
  else if (edge === 'first') next.selectEnd();
  else next.selectStart();
  return true;
}

/** At the document's start the table is selected, at its end a paragraph is made: no place beside it is out of reach. */
function $leaveTable(table: TableNode, edge: 'first' | 'last'): void {
  const beyond = edge === 'first' ? table.getPreviousSibling() : table.getNextSibling();
  if (beyond !== null) $walkInto(beyond, edge === 'first' ? 'end' : 'start');
  else if (edge === 'first') $selectUnit(table);
  else $paragraphBeside(table, 'after');
}
