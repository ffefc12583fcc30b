import { editInline, editText, type TextEdit } from '#shared/document/text-edit.ts';
import type { BlockNode, InlineNode, ListNode } from '#shared/document/schema.ts';
import { inlineText } from '#shared/document/walk.ts';

/** A block on its way from a page into a draft. */
export interface PageBlock {
  readonly node: BlockNode;
  /** Its words as they stood on the page: for the report, never for the document. */
  readonly source: string;
}

/** A step of cleaning: the edits that one run of text needs. */
export type TextStep = (text: string) => readonly TextEdit[];
/** Told of each text that a step changed. */
export type EditListener = (text: string, edits: readonly TextEdit[]) => void;

/** Applies a step to every text of a block. Resolved house-style texts are not touched. */
export function editBlock(block: PageBlock, step: TextStep, listener: EditListener): PageBlock {
  return { ...block, node: editNode(block.node, step, listener) };
}

function editNode(node: BlockNode, step: TextStep, listener: EditListener): BlockNode {
  switch (node.type) {
    case 'boilerplate':
    case 'horizontal-rule':
      return node;
    case 'list':
      return editList(node, step, listener);
    case 'figure':
      return {
        ...node,
        alt: editPlain(node.alt, step, listener),
        children: editChildren(node.children, step, listener),
      };
    case 'paragraph':
    case 'heading':
    case 'quote':
      return { ...node, children: editChildren(node.children, step, listener) };
  }
}

function editList(list: ListNode, step: TextStep, listener: EditListener): ListNode {
  return {
    ...list,
    children: list.children.map((item) => ({
      ...item,
      children: editChildren(item.children, step, listener),
      ...(item.nested ? { nested: editList(item.nested, step, listener) } : {}),
    })),
  };
}

function editChildren(children: readonly InlineNode[], step: TextStep, listener: EditListener): InlineNode[] {
  const text = inlineText(children);
  const edits = step(text);
  if (edits.length > 0) listener(text, edits);
  return editInline(children, edits);
}

function editPlain(text: string, step: TextStep, listener: EditListener): string {
  const edits = step(text);
  if (edits.length > 0) listener(text, edits);
  return editText(text, edits);
}
