import { runsOf } from '../document/runs.ts';
import type { BlockNode, InlineNode } from '../document/schema.ts';
import { inlineText } from '../document/walk.ts';

/** An inline node and where its words stand in the block's `blockText`. */
export interface PlacedNode {
  readonly node: InlineNode;
  readonly start: number;
  readonly end: number;
}

/** The inline nodes of a block, also those inside links and comment marks, in reading order. */
export function placedNodes(block: BlockNode): readonly PlacedNode[] {
  let at = 0;
  return runsOf(block).flatMap((run) => {
    const placed = placeInline(run, at);
    // Runs are parted by a line end, as `blockText` parts them.
    at += inlineText(run).length + 1;
    return placed;
  });
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
