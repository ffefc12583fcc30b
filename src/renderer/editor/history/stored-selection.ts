import type { ElementNode, LexicalNode, PointType } from 'lexical';
import {
  $createNodeSelection,
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isNodeSelection,
  $isRangeSelection,
  $isRootNode,
  $isTextNode,
  $setSelection,
} from 'lexical';
import type { StoredPoint, StoredSelection } from '#shared/model/edit-history.ts';
import { $selectUnit, $isBlockUnit } from '../extensions/block-units.ts';
import { $topBlock } from '../nodes/top-block.ts';

/** The selection by blocks and offsets of their text, so that it outlives the keys of nodes. Null where there is none. */
export function $readSelection(): StoredSelection | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const tops = selection.getNodes().map($topBlock);
    const units = tops.flatMap((top) => (top === null ? [] : top.getIndexWithinParent()));
    return units.length > 0 ? { kind: 'units', blocks: units } : null;
  }
  if (!$isRangeSelection(selection)) return null;
  const anchor = $storedPoint(selection.anchor);
  return { kind: 'words', anchor, focus: selection.isCollapsed() ? anchor : $storedPoint(selection.focus) };
}

/** Selects what was stored, or the nearest place that there is now. */
export function $restoreSelection(stored: StoredSelection): void {
  const root = $getRoot();
  if (stored.kind === 'units') {
    const selection = $createNodeSelection();
    for (const block of stored.blocks) {
      const unit = root.getChildAtIndex(block);
      if ($isBlockUnit(unit)) selection.add(unit.getKey());
    }
    if (selection.getNodes().length > 0) $setSelection(selection);
    else $restoreSelection(caretAt(stored.blocks[0] ?? 0, 0));
    return;
  }
  const count = root.getChildrenSize();
  if (count === 0) return;
  const nearest = (point: StoredPoint): StoredPoint => ({ ...point, block: Math.min(point.block, count - 1) });
  const anchor = nearest(stored.anchor);
  const focus = nearest(stored.focus);
  const block = root.getChildAtIndex(anchor.block);
  if (!$isElementNode(block)) {
    if (block !== null) $selectUnit(block);
    return;
  }
  const selection = $createRangeSelection();
  $setPoint(selection.anchor, anchor);
  $setPoint(selection.focus, focus);
  const node = selection.anchor.getNode();
  // What is typed there looks like the words it joins.
  if ($isTextNode(node)) selection.setFormat(node.getFormat());
  $setSelection(selection);
}

function caretAt(block: number, offset: number): StoredSelection {
  return { kind: 'words', anchor: { block, offset }, focus: { block, offset } };
}

/**
 * Inline nodes that stand together in one element of a block: a paragraph's, a caption's, an item's, a cell's. They are
 * the runs of the stored block (`runsOf`), so that offsets agree with `blockText`, also where a run is empty.
 */
interface Run {
  readonly parent: ElementNode;
  readonly from: number;
  readonly to: number;
}

function* $runsIn(node: LexicalNode): Generator<Run> {
  if (!$isElementNode(node)) return;
  const children = node.getChildren();
  if (children.length === 0) yield { parent: node, from: 0, to: 0 };
  let from: number | null = null;
  for (const [index, child] of children.entries()) {
    if ($isTextNode(child) || child.isInline()) {
      from ??= index;
      continue;
    }
    if (from !== null) yield { parent: node, from, to: index };
    from = null;
    yield* $runsIn(child);
  }
  if (from !== null) yield { parent: node, from, to: children.length };
}

function $sizeOf(nodes: readonly LexicalNode[]): number {
  return nodes.reduce((size, node) => size + ($isLineBreakNode(node) ? 1 : node.getTextContentSize()), 0);
}

function $storedPoint(point: PointType): StoredPoint {
  const node: LexicalNode = point.getNode();
  if ($isRootNode(node)) {
    const last = node.getChildrenSize() - 1;
    return { block: Math.max(0, Math.min(point.offset, last)), offset: point.offset > last ? endOfText : 0 };
  }
  const top = $topBlock(node);
  if (top === null) return { block: 0, offset: 0 };
  return { block: top.getIndexWithinParent(), offset: $offsetIn(top, point) };
}

/** Beyond the end of any block's text. */
const endOfText = 2 ** 31 - 1;

function $offsetIn(block: LexicalNode, point: PointType): number {
  let start = 0;
  let before = 0;
  for (const run of $runsIn(block)) {
    const inside = $offsetInRun(run, point);
    if (inside !== null) return start + inside;
    // A point between the blocks inside a block (items, cells) counts with the run that follows it.
    if ($isBeyond(point, run)) before = start;
    start += $sizeOf(run.parent.getChildren().slice(run.from, run.to)) + 1;
  }
  return before;
}

function $isBeyond(point: PointType, run: Run): boolean {
  const node: LexicalNode = point.getNode();
  if (!$isElementNode(node)) return false;
  let child: LexicalNode = run.parent;
  for (let parent = child.getParent(); parent !== null; parent = child.getParent()) {
    if (parent.is(node)) return child.getIndexWithinParent() <= point.offset;
    child = parent;
  }
  return false;
}

function $offsetInRun(run: Run, point: PointType): number | null {
  let node: LexicalNode = point.getNode();
  let index = point.offset;
  let size = 0;
  if ($isTextNode(node)) {
    size = point.offset;
    index = node.getIndexWithinParent();
    node = node.getParentOrThrow();
  }
  while ($isElementNode(node) && !node.is(run.parent)) {
    if (!node.isInline()) return null;
    size += $sizeOf(node.getChildren().slice(0, index));
    index = node.getIndexWithinParent();
    node = node.getParentOrThrow();
  }
  if (!$isElementNode(node) || index < run.from || index > run.to) return null;
  return size + $sizeOf(node.getChildren().slice(run.from, index));
}

function $setPoint(point: PointType, stored: StoredPoint): void {
  const block = $getRoot().getChildAtIndex(stored.block);
  if (block === null) return;
  let start = 0;
  let last: Run | null = null;
  let lastStart = 0;
  for (const run of $runsIn(block)) {
    if (start > stored.offset) break;
    last = run;
    lastStart = start;
    start += $sizeOf(run.parent.getChildren().slice(run.from, run.to)) + 1;
  }
  if (last === null) {
    const index = block.getIndexWithinParent();
    point.set('root', index, 'element');
    return;
  }
  $setPointIn(point, last.parent, { from: last.from, to: last.to }, stored.offset - lastStart);
}

/** Where two nodes meet, the point stands at the end of the first. */
function $setPointIn(
  point: PointType,
  parent: ElementNode,
  { from, to }: { readonly from: number; readonly to: number },
  offset: number,
): void {
  let rest = offset;
  const children = parent.getChildren().slice(from, to);
  for (const [index, child] of children.entries()) {
    const size = $sizeOf([child]);
    if ($isTextNode(child) && (rest <= size || index === children.length - 1)) {
      point.set(child.getKey(), Math.min(rest, size), 'text');
      return;
    }
    if ($isElementNode(child) && rest <= size) {
      $setPointIn(point, child, { from: 0, to: child.getChildrenSize() }, rest);
      return;
    }
    if (rest === 0) {
      point.set(parent.getKey(), from + index, 'element');
      return;
    }
    rest -= size;
  }
  point.set(parent.getKey(), to, 'element');
}
