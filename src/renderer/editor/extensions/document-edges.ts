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
import { $captionOf, $enterBlock, $extendTo } from './block-units.ts';
import { onKeyOf } from './on-key.ts';

/**
 * Ctrl+Home and Ctrl+End where a figure stands first or last: the browser stops beside the picture, where no words are. They
 * go to the start or the end of its caption, and with Shift select as far as there.
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
  const caption = $isFigureNode(block) ? $captionOf(block) : null;
  const selection = $getSelection();
  if (!$isElementNode(caption) || !$isRangeSelection(selection)) return false;
  if (keepsAnchor) $extendTo(selection, caption, edge);
  else $enterBlock(caption, edge);
  return true;
}
