import type { LexicalEditor, LexicalNode } from 'lexical';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
} from 'lexical';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $captionOf, $enterBlock, $extendTo, $isBlockUnit, $selectUnit, $showSelectedUnit } from './block-units.ts';
import { onKeyOf } from './on-key.ts';

/**
 * Ctrl+Home and Ctrl+End where the browser finds no place for the caret that is seen: at a figure they go to the start or the end
 * of its caption, and with Shift select as far as there; a table, a boilerplate or a rule is selected, so that Enter and words
 * go below it. From a block that is selected they go to the edge of the words, too.
 */
export function registerDocumentEdges(editor: LexicalEditor): () => void {
  return editor.registerCommand(KEY_DOWN_COMMAND, onKeyOf(editor)($goToEdge), COMMAND_PRIORITY_HIGH);
}

function $goToEdge(event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey)) return false;
  if (event.key === 'Home') return $go($getRoot().getFirstChild(), 'start', event.shiftKey);
  if (event.key === 'End') return $go($getRoot().getLastChild(), 'end', event.shiftKey);
  return false;
}

function $go(block: LexicalNode | null, edge: 'start' | 'end', keepsAnchor: boolean): boolean {
  const selection = $getSelection();
  if (block === null || selection === null) return false;
  const caption = $isFigureNode(block) ? $captionOf(block) : null;
  if (keepsAnchor) {
    if (!$isElementNode(caption) || !$isRangeSelection(selection)) return false;
    $extendTo(selection, caption, edge);
  } else if (caption !== null) {
    $enterBlock(caption, edge);
  } else if ($isBlockUnit(block)) {
    $selectUnit(block);
    $showSelectedUnit();
  } else {
    if ($isRangeSelection(selection)) return false;
    $enterBlock(block, edge);
  }
  return true;
}
