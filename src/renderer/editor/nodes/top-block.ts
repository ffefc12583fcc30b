import type { ElementNode, LexicalNode, PointType } from 'lexical';
import { $isElementNode, $isRootNode, $isTextNode } from 'lexical';

/** The block of the document that holds a node: the child of the root, also from inside a figure. Null for the root. */
export function $topBlock(node: LexicalNode): LexicalNode | null {
  for (let current: LexicalNode | null = node; current !== null; current = current.getParent()) {
    if ($isRootNode(current.getParent())) return current;
  }
  return null;
}

/** Whether a point has nothing of `element` before it (start) or after it (end). */
export function $isAtEdge(point: PointType, element: ElementNode, edge: 'start' | 'end'): boolean {
  let node: LexicalNode = point.getNode();
  if ($isTextNode(node)) {
    if (point.offset !== (edge === 'start' ? 0 : node.getTextContentSize())) return false;
  } else if ($isElementNode(node) && point.offset !== (edge === 'start' ? 0 : node.getChildrenSize())) {
    return false;
  }
  while (!node.is(element)) {
    const beyond = edge === 'start' ? node.getPreviousSibling() : node.getNextSibling();
    const parent: ElementNode | null = node.getParent();
    if (beyond !== null || parent === null) return false;
    node = parent;
  }
  return true;
}
