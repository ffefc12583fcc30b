import type { ElementNode, LexicalNode } from 'lexical';
import { $getRoot, $isElementNode, $isTextNode, $setSelection } from 'lexical';
import type { BlockSplice } from '#shared/document/block-splice.ts';
import type { Span } from '#shared/document/sequence-diff.ts';
import { diffSequences, keptPairs } from '#shared/document/sequence-diff.ts';
import { $captionOf } from '../extensions/block-units.ts';
import { $isBoilerplateNode } from '../nodes/BoilerplateNode.ts';
import { $isFigureNode } from '../nodes/FigureNode.ts';
import { $createBlocks } from '../serialize/write-document.ts';

/**
 * Makes splices of stored blocks in the editor. Run it with `skipTransforms`, so that what stands afterwards is exactly
 * what was given; the caller selects something afterwards. Nodes of the same kind are kept and filled anew: pictures do not flicker, views stay.
 */
export function $spliceBlocks(splices: readonly BlockSplice[]): void {
  const nodes = $getRoot().getChildren();
  // Lexical tidies around a selection whose nodes go away; this must not change anything but what it was told to.
  $setSelection(null);
  // From the last to the first, so that the places of those before stay what they were.
  for (const { at, removed, inserted } of splices.toReversed()) {
    $spliceNodes(at, nodes.slice(at, at + removed.length), $createBlocks(inserted));
  }
}

function $spliceNodes(at: number, old: readonly LexicalNode[], fresh: readonly LexicalNode[]): void {
  const root = $getRoot();
  const kept = $keepNodes(old, fresh);
  const keptOld = new Set(kept.map(([from]) => from));
  for (const [start, end] of runsWithout(keptOld, old.length)) root.splice(at + start, end - start, []);
  const keptFresh = new Set(kept.map(([, to]) => to));
  let keptBefore = keptFresh.size;
  let next = fresh.length;
  for (const [start, end] of runsWithout(keptFresh, fresh.length)) {
    // What lies between this run and the one after it was kept.
    keptBefore -= next - end;
    root.splice(at + keptBefore, 0, fresh.slice(start, end));
    next = start;
  }
}

/** The stretches of 0 … length that hold none of the places, from the last to the first. */
function* runsWithout(places: ReadonlySet<number>, length: number): Generator<readonly [number, number]> {
  let end = length;
  while (end > 0) {
    let start = end;
    while (start > 0 && !places.has(start - 1)) start -= 1;
    if (start < end) yield [start, end];
    // The place before this stretch is one that is held.
    end = start - 1;
  }
}

/** Fills the old nodes that can stay with what the fresh ones hold; answers which, in rising order on both sides. */
function $keepNodes(old: readonly LexicalNode[], fresh: readonly LexicalNode[]): (readonly [number, number])[] {
  const spans = diffSequences(old.map(kindOf), fresh.map(kindOf));
  const pairs = [...keptPairs(old.length, spans), ...spans.flatMap(pairsWithin)].sort(([a], [b]) => a - b);
  return pairs.filter(([from, to]) => {
    const node = old[from];
    const source = fresh[to];
    return node !== undefined && source !== undefined && $fill(node, source);
  });
}

/** Where as many blocks stand as before they are taken as the same blocks: a figure with another picture. */
function pairsWithin({ at, removed, from, inserted }: Span): (readonly [number, number])[] {
  return removed === inserted ? Array.from({ length: removed }, (_, index) => [at + index, from + index] as const) : [];
}

function kindOf(node: LexicalNode): string {
  return $isFigureNode(node) ? `figure ${node.getAttributes().asset ?? ''}` : node.getType();
}

/** Gives a node what another holds; false when it cannot become equal to it. */
function $fill(node: LexicalNode, source: LexicalNode): boolean {
  if ($isFigureNode(node) && $isFigureNode(source)) {
    const caption = $captionOf(node);
    const words = $captionOf(source);
    if (!$isElementNode(caption) || !$isElementNode(words)) return false;
    node.setAttributes(source.getAttributes());
    $fillChildren(caption, words);
    return true;
  }
  if ($isBoilerplateNode(node) && $isBoilerplateNode(source)) {
    node.setFields(source.getFields());
    return true;
  }
  if (node.getType() !== source.getType() || shellOf(node) !== shellOf(source)) return false;
  if ($isTextNode(node) && node.getTextContent() !== source.getTextContent())
    node.setTextContent(source.getTextContent());
  if ($isElementNode(node) && $isElementNode(source)) $fillChildren(node, source);
  return true;
}

/** Where as many stand as before, each is filled: the page keeps the words that stay, and lays out a line instead of a block. */
function $fillChildren(node: ElementNode, source: ElementNode): void {
  const fresh = source.getChildren();
  const old = node.getChildren();
  if (old.length !== fresh.length) {
    node.splice(0, old.length, fresh);
    return;
  }
  for (const [index, child] of old.entries()) {
    const instead = fresh[index];
    if (instead !== undefined && !$fill(child, instead)) child.replace(instead);
  }
}

/** All that a node says of itself beside its children and its words. */
function shellOf(node: LexicalNode): string {
  return JSON.stringify({ ...node.exportJSON(), children: [], text: '' });
}
