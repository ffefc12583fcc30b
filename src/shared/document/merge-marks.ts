import { mergeTexts } from './canonical.ts';
import type { BlockNode, CommentMarkNode, Document, InlineNode, ListItemNode } from './schema.ts';
import { walk } from './walk.ts';

/**
 * Joins the comment marks of two documents that are the same but for them (`stripComments` of both is equal). A mark
 * that stands in either stands in the result, unless it stood in `base` and one side took it away.
 */
export function mergeMarks(mine: Document, theirs: Document, base: Document | null): Document {
  const [own, other] = [marksOf(mine), marksOf(theirs)];
  const removed = new Set([...(base ? marksOf(base) : [])].filter((id) => !own.has(id) || !other.has(id)));
  const merger: Merger = (left, right) => mergeInline(left, right, removed);
  const children = mine.children.map((block, index) => mergeBlock(block, theirs.children[index] ?? block, merger));
  return { ...mine, children };
}

type Merger = (mine: readonly InlineNode[], theirs: readonly InlineNode[]) => InlineNode[];
type Content = Exclude<InlineNode, CommentMarkNode>;

/** One character, or one node that is no text, with the marks around it. */
interface Unit {
  readonly node: Content;
  readonly ids: readonly string[];
}

function marksOf(document: Document): ReadonlySet<string> {
  return new Set([...walk(document)].flatMap((node) => (node.type === 'comment-mark' ? node.ids : [])));
}

function mergeBlock(mine: BlockNode, theirs: BlockNode, merger: Merger): BlockNode {
  if (mine.type === 'list' && theirs.type === 'list') {
    return { ...mine, children: mine.children.map((item, index) => mergeItem(item, theirs.children[index], merger)) };
  }
  if (mine.type === 'list' || mine.type === 'boilerplate' || mine.type === 'horizontal-rule') return mine;
  return 'children' in theirs && theirs.type !== 'list'
    ? { ...mine, children: merger(mine.children, theirs.children) }
    : mine;
}

function mergeItem(mine: ListItemNode, theirs: ListItemNode | undefined, merger: Merger): ListItemNode {
  if (!theirs) return mine;
  const children = merger(mine.children, theirs.children);
  if (!mine.nested || !theirs.nested) return { ...mine, children };
  const others = theirs.nested.children;
  const items = mine.nested.children.map((item, index) => mergeItem(item, others[index], merger));
  return { ...mine, children, nested: { ...mine.nested, children: items } };
}

function mergeInline(
  mine: readonly InlineNode[],
  theirs: readonly InlineNode[],
  removed: ReadonlySet<string>,
): InlineNode[] {
  const others = theirs.flatMap(unitsOf);
  const units = mine.flatMap(unitsOf).map((unit, index): Unit => {
    const ids = [...new Set([...unit.ids, ...(others[index]?.ids ?? [])])];
    return { node: unit.node, ids: ids.filter((id) => !removed.has(id)) };
  });
  const groups: { readonly ids: readonly string[]; readonly nodes: Content[] }[] = [];
  for (const { node, ids } of units) {
    const last = groups.at(-1);
    if (last && last.ids.join() === ids.join()) last.nodes.push(node);
    else groups.push({ ids, nodes: [node] });
  }
  return groups.flatMap(({ ids, nodes }): InlineNode[] => {
    const children = mergeTexts(nodes);
    return ids.length === 0 ? children : [{ type: 'comment-mark', ids: [...ids], children }];
  });
}

function unitsOf(node: InlineNode): Unit[] {
  if (node.type === 'comment-mark') {
    return node.children.flatMap(unitsOf).map((unit) => ({ ...unit, ids: node.ids }));
  }
  if (node.type !== 'text') return [{ node, ids: [] }];
  return node.text.split('').map((text) => ({ node: { ...node, text }, ids: [] }));
}
