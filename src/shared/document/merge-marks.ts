import { mergeTexts } from './canonical.ts';
import { mapRuns, runsOf } from './runs.ts';
import type { BlockNode, CommentMarkNode, Document, InlineNode } from './schema.ts';
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
  const others = runsOf(theirs).values();
  return mapRuns(mine, (run) => merger(run, others.next().value ?? []));
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
