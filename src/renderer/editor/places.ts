import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isTableCellNode } from '@lexical/table';
import type { ElementNode, LexicalEditor, LexicalNode, RangeSelection } from 'lexical';
import {
  $createRangeSelection,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isRootNode,
  $isTextNode,
  getDOMTextNode,
} from 'lexical';

/** A leaf of a block with its span in the block's text, UTF-16 offsets as in the shared `blockText`. */
interface Leaf {
  readonly node: LexicalNode;
  readonly start: number;
  readonly end: number;
}

/**
 * The leaves of a block in reading order; list items and cells are one `\n` apart, as in `blockText`. An empty item
 * and the paragraph of an empty cell are leaves too, so that a caret finds them.
 */
function $leavesOf(block: LexicalNode): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let offset = 0;
  let cells = 0;
  const visit = (node: LexicalNode): void => {
    if ($isElementNode(node)) {
      if ($isTableCellNode(node)) {
        if (cells > 0) offset += 1;
        cells += 1;
      } else if (node.isEmpty() && ($isListItemNode(node) || $isTableCellNode(node.getParent()))) {
        leaves.push({ node, start: offset, end: offset });
      }
      const inList = $isListNode(node);
      node.getChildren().forEach((child, index) => {
        if (inList && index > 0) offset += 1;
        visit(child);
      });
    } else if (!$isDecoratorNode(node)) {
      const size = $isLineBreakNode(node) ? 1 : node.getTextContentSize();
      leaves.push({ node, start: offset, end: offset + size });
      offset += size;
    }
  };
  visit(block);
  return leaves;
}

export function $blockAt(index: number): LexicalNode | null {
  return $getRoot().getChildAtIndex(index);
}

/** The selection of a span of a block's text, or null when the block has no such words. */
export function $rangeOf(block: LexicalNode, start: number, end: number): RangeSelection | null {
  const leaves = $leavesOf(block);
  // A span begins in the leaf that holds its first character, and ends in the one that holds its last.
  const first = leaves.find((leaf) => start < leaf.end) ?? leaves.at(-1);
  const last = start === end ? caretLeaf(leaves, start) : (leaves.findLast((leaf) => end > leaf.start) ?? first);
  if (!first || !last) return null;
  const selection = $createRangeSelection();
  $setPoint(selection.anchor, start === end ? last : first, start);
  $setPoint(selection.focus, last, end);
  const anchor = selection.anchor.getNode();
  // What is typed there looks like the words it joins.
  if ($isTextNode(anchor)) selection.setFormat(anchor.getFormat());
  return selection;
}

/** A caret stands in one leaf, after what is before it; at the start of an item or cell, in that one. */
function caretLeaf(leaves: readonly Leaf[], offset: number): Leaf | undefined {
  return (
    leaves.find((leaf) => leaf.start < offset && offset <= leaf.end) ??
    leaves.find((leaf) => leaf.start >= offset) ??
    leaves.at(-1)
  );
}

function $setPoint(point: RangeSelection['anchor'], leaf: Leaf, offset: number): void {
  if ($isTextNode(leaf.node)) {
    point.set(leaf.node.getKey(), Math.min(Math.max(offset - leaf.start, 0), leaf.end - leaf.start), 'text');
    return;
  }
  if ($isElementNode(leaf.node)) {
    point.set(leaf.node.getKey(), 0, 'element');
    return;
  }
  const index = leaf.node.getIndexWithinParent();
  point.set(leaf.node.getParentOrThrow().getKey(), offset > leaf.start ? index + 1 : index, 'element');
}

/** The run of words that holds the caret (paragraph, item, cell or caption), its words and the caret's place in them. */
export function $caretRun(): { readonly run: ElementNode; readonly text: string; readonly offset: number } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { anchor } = selection;
  let node: LexicalNode = anchor.getNode();
  const run = $findMatchingParent(node, (parent) => $isElementNode(parent) && !parent.isInline());
  if (!$isElementNode(run) || $isRootNode(run)) return null;
  let offset = $isElementNode(node) ? sizeOf(node.getChildren().slice(0, anchor.offset)) : anchor.offset;
  while (!node.is(run)) {
    offset += sizeOf(node.getPreviousSiblings());
    node = node.getParentOrThrow();
  }
  return { run, text: run.getTextContent(), offset };
}

function sizeOf(nodes: readonly LexicalNode[]): number {
  return nodes.reduce((sum, one) => sum + one.getTextContentSize(), 0);
}

/** The span as ranges of the page's text, one for each text node: breaks and neighbours are never covered. */
export function $domRangesOf(editor: LexicalEditor, block: LexicalNode, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  for (const { node, start: from, end: to } of $leavesOf(block)) {
    if (!$isTextNode(node) || to <= start || from >= end) continue;
    const element = editor.getElementByKey(node.getKey());
    const text = element && getDOMTextNode(element);
    if (!text) continue;
    const range = text.ownerDocument.createRange();
    range.setStart(text, Math.max(start - from, 0));
    range.setEnd(text, Math.min(end - from, text.length));
    ranges.push(range);
  }
  return ranges;
}
