import { $isTableNode } from '@lexical/table';
import type { ElementNode, LexicalEditor, LexicalNode, RangeSelection } from 'lexical';
import {
  $findMatchingParent,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
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
  KEY_ENTER_COMMAND,
  mergeRegister,
  REMOVE_TEXT_COMMAND,
} from 'lexical';
import { $isCaptionNode } from '../nodes/CaptionNode.ts';
import type { FigureNode } from '../nodes/FigureNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $isAtEdge, $topBlock } from '../nodes/top-block.ts';
import {
  $captionOf,
  $enterBlock,
  $isBlockUnit,
  $paragraphBeside,
  $removeSelectedUnits,
  $selectedUnit,
  $selectUnit,
  $showSelectedUnit,
  $walkInto,
} from './block-units.ts';
import { isCaretOnEdgeLine } from './caret-line.ts';
import { onKeyOf } from './on-key.ts';

/** Keys around figures, boilerplates and rules. None of them acts during a composition. */
export function registerFigureKeys(editor: LexicalEditor): () => void {
  const onKey = onKeyOf(editor);
  const arrow = ($act: () => boolean) => onKey((event) => !event.shiftKey && $actInSight($act));
  return mergeRegister(
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $delete, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_WORD_COMMAND, $delete, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DELETE_LINE_COMMAND, $delete, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(REMOVE_TEXT_COMMAND, $removeUnits, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveCaption, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ENTER_COMMAND, onKey($enterOnUnit), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, arrow($left), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, arrow($right), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      arrow(() => $up(editor)),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ARROW_DOWN_COMMAND,
      arrow(() => $down(editor)),
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** A unit that an arrow selects is brought into sight. */
function $actInSight($act: () => boolean): boolean {
  if (!$act()) return false;
  $showSelectedUnit();
  return true;
}

/** The caret's selection when it is one, with the top block and the caption that hold it. */
function $caret(): { selection: RangeSelection; top: ElementNode; caption: ElementNode | null } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  const top = $topBlock(node);
  if (!$isElementNode(top)) return null;
  const caption = $isFigureNode(top) ? $findMatchingParent(node, $isCaptionNode) : null;
  return { selection, top, caption: $isElementNode(caption) ? caption : null };
}

function $removeUnits(): boolean {
  const selection = $getSelection();
  return $isNodeSelection(selection) && $removeSelectedUnits(selection);
}

/**
 * Backspace at a caption's start and deletions towards a unit select it; only the next one takes it away. An empty
 * paragraph beside the unit goes at once. A caption ends where it ends: Delete there does nothing.
 */
function $delete(isBackward: boolean): boolean {
  if ($removeUnits()) return true;
  const caret = $caret();
  if (caret === null) return false;
  const { selection, top, caption } = caret;
  const edge = isBackward ? 'start' : 'end';
  if (caption !== null) {
    if (!$isAtEdge(selection.anchor, caption, edge)) return false;
    if (isBackward) $selectInSight(top);
    return true;
  }
  const neighbour = isBackward ? top.getPreviousSibling() : top.getNextSibling();
  if (!$isBlockUnit(neighbour) || !$isAtEdge(selection.anchor, top, edge)) return false;
  if ($isParagraphNode(top) && top.isEmpty()) top.remove();
  $selectInSight(neighbour);
  return true;
}

/** The next key takes it away: it is seen what goes. */
function $selectInSight(unit: LexicalNode): void {
  $selectUnit(unit);
  $showSelectedUnit();
}

/** Enter in a caption: on to the empty paragraph after the figure, or to a new one. The caption is never split. */
function $leaveCaption(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const figure = $topBlock(selection.focus.getNode());
  if (!$isFigureNode(figure)) return false;
  if (!selection.isCollapsed()) selection.removeText();
  $leaveFigure(figure);
  return true;
}

/** On to the empty paragraph after a figure, or to a new one. */
export function $leaveFigure(figure: FigureNode): void {
  const next = figure.getNextSibling();
  if ($isParagraphNode(next) && next.isEmpty()) next.selectStart();
  else $paragraphBeside(figure, 'after');
}

function $enterOnUnit(event: KeyboardEvent): boolean {
  const unit = $selectedUnit();
  if (unit === null) return false;
  $paragraphBeside(unit, event.shiftKey ? 'before' : 'after');
  return true;
}

function $left(): boolean {
  const unit = $selectedUnit();
  if (unit !== null) return $walkTo(unit.getPreviousSibling(), 'end');
  return $selectUnitBeyond('start');
}

function $right(): boolean {
  const unit = $selectedUnit();
  if (unit !== null) return $intoUnit(unit) || $walkTo(unit.getNextSibling(), 'start');
  return $selectUnitBeyond('end');
}

function $up(editor: LexicalEditor): boolean {
  const unit = $selectedUnit();
  if (unit !== null) {
    const previous = unit.getPreviousSibling();
    if (previous === null) $paragraphBeside(unit, 'before');
    return previous === null || $walkTo(previous, 'end');
  }
  const caret = $caret();
  const words = caret && (caret.caption ?? caret.top);
  if (!words || !isCaretOnEdgeLine(editor, words, 'first')) return false;
  const previous = caret.top.getPreviousSibling();
  if (previous !== null) return $stepInto(previous, 'end', caret.caption !== null);
  if (caret.caption === null) return false;
  // The browser finds no line above the first caption, so the picture would be out of reach.
  $selectUnit(caret.top);
  return true;
}

function $down(editor: LexicalEditor): boolean {
  const unit = $selectedUnit();
  if (unit !== null) {
    if ($intoUnit(unit)) return true;
    const next = unit.getNextSibling();
    if (next === null) $paragraphBeside(unit, 'after');
    return next === null || $walkTo(next, 'start');
  }
  const caret = $caret();
  const words = caret && (caret.caption ?? caret.top);
  if (!words || !isCaretOnEdgeLine(editor, words, 'last')) return false;
  const next = caret.top.getNextSibling();
  if (next !== null) return $stepInto(next, 'start', caret.caption !== null);
  if (caret.caption === null) return false;
  $paragraphBeside(caret.top, 'after');
  return true;
}

/** ↑ and ↓ into a block where the browser would pass it by: one without words, and from a caption any that is a unit. */
function $stepInto(block: LexicalNode, edge: 'start' | 'end', isFromCaption: boolean): boolean {
  if (!$isBlockUnit(block)) return false;
  const words = $isFigureNode(block) ? $captionOf(block) : $isTableNode(block) ? block : null;
  if (words !== null && !isFromCaption) return false;
  $enterBlock(words ?? block, edge);
  return true;
}

/** Into the words that a selected unit holds: a figure's caption, a table's first cell. */
function $intoUnit(unit: LexicalNode): boolean {
  const words = $isFigureNode(unit) ? $captionOf(unit) : $isTableNode(unit) ? unit : null;
  if (words === null) return false;
  $enterBlock(words, 'start');
  return true;
}

/** True also where there is nothing to walk to: the unit stays selected. */
function $walkTo(block: LexicalNode | null, edge: 'start' | 'end'): boolean {
  if (block !== null) $walkInto(block, edge);
  return true;
}

/** From the edge of the words into the table beyond them, or to the unit, which is selected; from a caption's start, its own figure. */
function $selectUnitBeyond(edge: 'start' | 'end'): boolean {
  const caret = $caret();
  if (caret === null) return false;
  const { selection, top, caption } = caret;
  if (!$isAtEdge(selection.anchor, caption ?? top, edge)) return false;
  const beyond = edge === 'end' ? top.getNextSibling() : caption === null ? top.getPreviousSibling() : top;
  if (!$isBlockUnit(beyond)) return false;
  if (beyond.is(top)) $selectUnit(beyond);
  else $walkInto(beyond, edge === 'end' ? 'start' : 'end');
  return true;
}
