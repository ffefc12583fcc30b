import type { BlockNode, InlineNode, ListItemNode, ListNode } from './schema.ts';

/**
 * The runs of inline content of one block in reading order: one of a paragraph, heading, quote or caption, one for each
 * item of a list and each cell of a table, none of a boilerplate or rule. `blockText` is their texts, parted by line ends.
 */
export function runsOf(block: BlockNode): readonly (readonly InlineNode[])[] {
  switch (block.type) {
    case 'boilerplate':
    case 'horizontal-rule':
      return [];
    case 'list':
      return block.children.flatMap((item) => [item.children, ...(item.nested ? runsOf(item.nested) : [])]);
    case 'table':
      return block.children.flatMap((row) => row.children.map((cell) => cell.children));
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'figure':
      return [block.children];
  }
}

/** The block with each run replaced; `map` is called in the order of `runsOf`. */
export function mapRuns<Block extends BlockNode>(
  block: Block,
  map: (run: readonly InlineNode[]) => InlineNode[],
): Block;
export function mapRuns(block: BlockNode, map: (run: readonly InlineNode[]) => InlineNode[]): BlockNode {
  switch (block.type) {
    case 'boilerplate':
    case 'horizontal-rule':
      return block;
    case 'list':
      return mapList(block, map);
    case 'table':
      return {
        ...block,
        children: block.children.map((row) => ({
          ...row,
          children: row.children.map((cell) => ({ ...cell, children: map(cell.children) })),
        })),
      };
    case 'paragraph':
    case 'heading':
    case 'quote':
    case 'figure':
      return { ...block, children: map(block.children) };
  }
}

function mapList(list: ListNode, map: (run: readonly InlineNode[]) => InlineNode[]): ListNode {
  return {
    ...list,
    children: list.children.map((item): ListItemNode => {
      const children = map(item.children);
      return { ...item, children, ...(item.nested ? { nested: mapList(item.nested, map) } : {}) };
    }),
  };
}
