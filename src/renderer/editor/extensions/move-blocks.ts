import type { ListItemNode } from '@lexical/list';
import { $isListItemNode, $isListNode } from '@lexical/list';
import type { LexicalEditor, LexicalNode } from 'lexical';
import {
  $addUpdateTag,
  $findMatchingParent,
  $getEditor,
  $getSelection,
  $isNodeSelection,
  $onUpdate,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
} from 'lexical';
import { $topBlock } from '../nodes/top-block.ts';
import { bringIntoSight } from './into-sight.ts';

export type Direction = 'up' | 'down';

/** Alt+Shift+↑/↓ moves the blocks of the selection past their neighbour; in a list its items. */
export function registerBlockMoves(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      if (event.isComposing || editor.isComposing() || !event.altKey || !event.shiftKey) return false;
      if (event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return false;
      event.preventDefault();
      if (!editor.isEditable()) return true;
      $addUpdateTag(HISTORY_PUSH_TAG);
      $moveSelected(event.key === 'ArrowUp' ? 'up' : 'down');
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

/** Moves what the selection touches by one place; the selection and what is seen go with it. False at the edge of the document or list. */
export function $moveSelected(direction: Direction): boolean {
  const moved = $selectedSiblings();
  const first = moved[0];
  const last = moved.at(-1);
  if (first === undefined || last === undefined) return false;
  const neighbours = direction === 'up' ? $before(first) : $after(last);
  // The neighbours jump over them: they keep their place in the page, and the caret in them.
  if (direction === 'up') [...neighbours].reverse().forEach((node) => last.insertAfter(node, false));
  else neighbours.forEach((node) => first.insertBefore(node, false));
  const editor = $getEditor();
  const seen = (direction === 'up' ? first : last).getKey();
  // The page itself follows only a caret that goes into other words.
  if (neighbours.length > 0) $onUpdate(() => bringIntoSight(editor.getElementByKey(seen)));
  return neighbours.length > 0;
}

/** The items of one list where the selection leaves some of it out, else the blocks of the document. */
function $selectedSiblings(): readonly LexicalNode[] {
  const ends = $selectionEnds();
  let items = ends.flatMap((node) => $findMatchingParent(node, $isListItemNode) ?? []);
  for (;;) {
    const list = items[0]?.getParent();
    if (!$isListNode(list) || items.length < ends.length || items.some((item) => !list.is(item.getParent()))) break;
    const span = $span(items);
    const more = span.at(-1);
    const whole = more === undefined ? span : [...span, ...$children(more)];
    if (whole.length < list.getChildrenSize()) return whole;
    // All of a nested list: the item that it belongs to.
    const holder = list.getParent();
    const owner = holder?.getPreviousSibling() ?? holder;
    if (!$isListItemNode(owner)) break;
    items = ends.map(() => owner);
  }
  return $selectedBlocks();
}

/** The blocks of the document from the one in which the selection begins to the one in which it ends. */
export function $selectedBlocks(): readonly LexicalNode[] {
  return $span($selectionEnds().flatMap((node) => $topBlock(node) ?? []));
}

function $selectionEnds(): readonly LexicalNode[] {
  const selection = $getSelection();
  if (selection === null) return [];
  return $isNodeSelection(selection)
    ? selection.getNodes()
    : (selection.getStartEndPoints() ?? []).map((point) => point.getNode());
}

/** From the first to the last of some siblings, in document order. */
function $span(nodes: readonly LexicalNode[]): readonly LexicalNode[] {
  const places = nodes.map((node) => node.getIndexWithinParent());
  const siblings = nodes[0]?.getParent()?.getChildren() ?? [];
  return siblings.slice(Math.min(...places), Math.max(...places) + 1);
}

/** Lexical keeps a nested list in an item of its own behind the one that it belongs to. */
function $children(item: LexicalNode): readonly LexicalNode[] {
  const next = item.getNextSibling();
  return $isNestedHolder(next) ? [next] : [];
}

function $before(node: LexicalNode): readonly LexicalNode[] {
  const previous = node.getPreviousSibling();
  if (previous === null) return [];
  return $isNestedHolder(previous) ? [...$before(previous), previous] : [previous];
}

function $after(node: LexicalNode): readonly LexicalNode[] {
  const next = node.getNextSibling();
  return next === null ? [] : [next, ...$children(next)];
}

function $isNestedHolder(node: LexicalNode | null): node is ListItemNode {
  return $isListItemNode(node) && $isListNode(node.getFirstChild());
}
