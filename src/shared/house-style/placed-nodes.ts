import type { BlockNode, InlineNode, ListNode } from '../document/schema.ts';
import { inlineText } from '../document/walk.ts';

/** An inline node and where its words stand in the block's `blockText`. */
export interface PlacedNode {
  readonly node: InlineNode;
  readonly start: number;
  readonly end: number;
}

/** The inline nodes of a block, also those inside links and comment marks, in reading order. */
export function placedNodes(block: BlockNode): readonly PlacedNode[] {
  switch (block.type) {
    case 'horizontal-rule':
    case 'boilerplate':
      return [];
    case 'list':
      return placeList(block, 0).placed;
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'figure':
      return placeInline(block.children, 0);
  }
}

function placeInline(children: readonly InlineNode[], from: number): readonly PlacedNode[] {
  let at = from;
  return children.flatMap((node) => {
    const start = at;
    at += inlineText([node]).length;
    const inside = node.type === 'link' || node.type === 'comment-mark' ? placeInline(node.children, start) : [];
    return [{ node, start, end: at }, ...inside];
  });
}

/** Items and the list nested in one are parted by a line end, as `blockText` parts them. */
function placeList(list: ListNode, from: number): { readonly placed: readonly PlacedNode[]; readonly end: number } {
  const placed: PlacedNode[] = [];
  let at = from;
  list.children.forEach((item, index) => {
    if (index > 0) at += 1;
    placed.push(...placeInline(item.children, at));
    at += inlineText(item.children).length;
    if (!item.nested) return;
    const nested = placeList(item.nested, at + 1);
    placed.push(...nested.placed);
    at = nested.end;
  });
  return { placed, end: at };
}
