import type { LexicalEditor } from 'lexical';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_ARROW_UP_COMMAND,
  KEY_BACKSPACE_COMMAND,
  mergeRegister,
} from 'lexical';
import { $isAtEdge, $topBlock } from '../nodes/top-block.ts';
import { $isBlockUnit } from './block-units.ts';
import { isCaretOnEdgeLine } from './caret-line.ts';

/**
 * Keys that leave the text upwards, into what stands above it: ↑ on its first line, Backspace at the start of its first
 * paragraph, which deletes nothing.
 */
export function registerLeaveStart(editor: LexicalEditor, onLeave: () => void): () => void {
  const onKey =
    ($leaves: () => boolean) =>
    (event: KeyboardEvent): boolean => {
      const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (!isPlain || event.isComposing || editor.isComposing() || !$leaves()) return false;
      event.preventDefault();
      // The focus moves when this update is through.
      queueMicrotask(onLeave);
      return true;
    };
  return mergeRegister(
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      onKey(() => $isOnFirstLine(editor)),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(KEY_BACKSPACE_COMMAND, onKey($isAtStart), COMMAND_PRIORITY_LOW),
  );
}

function $isOnFirstLine(editor: LexicalEditor): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const top = $topBlock(selection.anchor.getNode());
  // Above a caption is its picture.
  if (!$isElementNode(top) || $isBlockUnit(top) || !top.is($getRoot().getFirstChild())) return false;
  return isCaretOnEdgeLine(editor, top, 'first');
}

/** Headings and items become paragraphs first. */
function $isAtStart(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const first = $getRoot().getFirstChild();
  return $isParagraphNode(first) && $isAtEdge(selection.anchor, first, 'start');
}
