import type { ListItemNode } from '@lexical/list';
import { $isListItemNode, $isListNode } from '@lexical/list';
import type { LexicalEditor } from 'lexical';
import {
  $addUpdateTag,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  KEY_TAB_COMMAND,
} from 'lexical';
import { onKeyOf } from './on-key.ts';

/** How many levels a list may have; portals set no more apart. Deeper ones that come in are kept. */
const deepestLevel = 4;

/**
 * Tab puts the items of the selection one level down, Shift+Tab one up. The caret stays in the list but for Shift+Tab on
 * the outermost level, which leaves the sheet as anywhere in it.
 */
export function registerListLevels(editor: LexicalEditor): () => void {
  const onKey = onKeyOf(editor);
  return editor.registerCommand(KEY_TAB_COMMAND, onKey($changeLevels), COMMAND_PRIORITY_HIGH);
}

function $changeLevels(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey) return false;
  const items = $selectedItems();
  if (items.length === 0) return false;
  const movable = event.shiftKey ? items.filter((item) => levelOf(item) > 1) : items;
  if (movable.length === 0) return false;
  $addUpdateTag(HISTORY_PUSH_TAG);
  if (event.shiftKey) movable.forEach((item) => item.setIndent(item.getIndent() - 1));
  else movable.forEach($putBelow);
  return true;
}

/** The items with words of their own that the selection touches; none when it reaches beyond lists. */
function $selectedItems(): readonly ListItemNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const touched = [selection.anchor.getNode(), ...selection.getNodes(), selection.focus.getNode()];
  const items = new Map<string, ListItemNode>();
  for (const node of touched) {
    const item = $findMatchingParent(node, $isListItemNode);
    if (item === null) {
      if ($isListNode(node)) continue;
      return [];
    }
    if (!isWrapper(item)) items.set(item.getKey(), item);
  }
  return [...items.values()].sort((a, b) => (a.isBefore(b) ? -1 : 1));
}

/** An item goes under the one before it; without one, or on the deepest level, it stays. */
function $putBelow(item: ListItemNode): void {
  if (item.getPreviousSibling() === null || levelOf(item) >= deepestLevel) return;
  item.setIndent(item.getIndent() + 1);
  const list = item.getParent();
  // Lexical's new list goes on as the one above it begins.
  if ($isListNode(list) && list.getChildrenSize() === 1 && list.getStart() !== 1) list.setStart(1);
}

/** 1 for the items of the document's own lists. */
function levelOf(item: ListItemNode): number {
  return item.getIndent() + 1;
}

/** Lexical keeps a nested list in an item of its own, behind the one that it belongs to. */
function isWrapper(item: ListItemNode): boolean {
  return $isListNode(item.getFirstChild());
}
