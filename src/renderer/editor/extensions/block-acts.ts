import type { LexicalNode, NodeKey } from 'lexical';
import {
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  $setSelection,
} from 'lexical';
import { stripComments } from '#shared/document/canonical.ts';
import type { BlockNode } from '#shared/document/schema.ts';
import { documentVersion } from '#shared/document/schema.ts';
import type { BlockKind } from '../document-editor-props.ts';
import { $readBlocks } from '../serialize/read-document.ts';
import { $createBlocks } from '../serialize/write-document.ts';
import { $enterBlock, $paragraphBeside, $removeUnits } from './block-units.ts';
import { $selectedBlocks } from './move-blocks.ts';
import { $blockKind } from './selection-state.ts';
import { $setBlock } from './set-block.ts';

/** Blocks of the document that follow one another, by their keys: what a handle or its menu acts on. */
export type BlockKeys = readonly NodeKey[];

/** What an act on this block means: all that is selected where the block is part of it, else the block alone. */
export function $blocksMeant(key: NodeKey): BlockKeys {
  const selected = keysOf($selectedBlocks());
  return selected.includes(key) ? selected : [key];
}

export function keysOf(blocks: readonly LexicalNode[]): BlockKeys {
  return blocks.map((block) => block.getKey());
}

/** Those that still stand in the document. */
function $blocksOf(keys: BlockKeys): LexicalNode[] {
  return keys.flatMap((key) => {
    const block = $getNodeByKey(key);
    return block !== null && $isRootNode(block.getParent()) ? [block] : [];
  });
}

/** Puts blocks into a gap between blocks (0 is before the first); false where they stand there already. */
export function $moveBlocks(keys: BlockKeys, gap: number): boolean {
  const blocks = $blocksOf(keys);
  const next = $getRoot().getChildAtIndex(gap);
  const before = $getRoot().getChildAtIndex(gap - 1);
  const isMoved = (one: LexicalNode | null): boolean => blocks.some((block) => block.is(one));
  if (blocks.length === 0 || isMoved(next) || isMoved(before)) return false;
  for (const block of blocks) {
    if (next !== null) next.insertBefore(block, false);
    else $getRoot().getLastChild()?.insertAfter(block, false);
  }
  return true;
}

/** Moves blocks past the one before or after them. */
export function $stepBlocks(keys: BlockKeys, direction: 'up' | 'down'): boolean {
  const blocks = $blocksOf(keys);
  const edge = direction === 'up' ? blocks[0] : blocks.at(-1);
  if (edge === undefined) return false;
  const at = edge.getIndexWithinParent();
  const gap = direction === 'up' ? at - 1 : at + 2;
  return gap >= 0 && gap <= $getRoot().getChildrenSize() && $moveBlocks(keys, gap);
}

/** The kind that all these blocks have; `mixed` for several, `other` where one is no block of words. */
export function $kindOf(keys: BlockKeys): BlockKind | 'mixed' | 'other' {
  const kinds = new Set($blocksOf(keys).map($blockKind));
  const [only] = kinds;
  if (only === undefined || kinds.has('other')) return 'other';
  return kinds.size === 1 ? only : 'mixed';
}

/** Gives blocks of words another kind. The caret stays with its words where it can. */
export function $turnBlocks(keys: BlockKeys, kind: BlockKind): void {
  const blocks = $blocksOf(keys);
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!$isElementNode(first) || !$isElementNode(last) || $kindOf(keys) === 'other') return;
  const kept = $getSelection()?.clone() ?? null;
  // A copy, for Lexical sets the one selection anew in place.
  const { anchor: start } = first.selectStart().clone();
  const { focus: end } = last.selectEnd();
  const all = $createRangeSelection();
  all.anchor.set(start.key, start.offset, start.type);
  all.focus.set(end.key, end.offset, end.type);
  $setSelection(all);
  $setBlock(kind);
  const stands =
    $isRangeSelection(kept) && [kept.anchor, kept.focus].every(({ key }) => $getNodeByKey(key)?.isAttached() === true);
  const now = $getSelection();
  if (stands) $setSelection(kept);
  else if ($isRangeSelection(now)) now.focus.set(now.anchor.key, now.anchor.offset, now.anchor.type);
}

/** Puts a copy right after the blocks, with the caret in it. Comments speak of the original and stay with it. */
export function $duplicateBlocks(keys: BlockKeys): void {
  const blocks = $blocksOf(keys);
  const copies = $createBlocks($storedBlocks(keys));
  let last = blocks.at(-1);
  for (const copy of copies) {
    last?.insertAfter(copy, false);
    last = copy;
  }
  const [first] = copies;
  if (first !== undefined) $enterBlock(first, 'start');
}

/** Blocks in their stored form, as they go to a clipboard. */
export function $storedBlocks(keys: BlockKeys): readonly BlockNode[] {
  const children = $readBlocks($blocksOf(keys), null);
  return stripComments({ format: 'gaoqian-document', version: documentVersion, children }).children;
}

/** Takes blocks away. A caret that stands elsewhere stays there. */
export function $deleteBlocks(keys: BlockKeys): void {
  const selected = keysOf($selectedBlocks());
  if (selected.length === 0 || selected.some((key) => keys.includes(key))) $removeUnits($blocksOf(keys));
  else for (const block of $blocksOf(keys)) block.remove();
}

/** A new empty paragraph above or below blocks, with the caret in it. */
export function $insertBeside(keys: BlockKeys, side: 'before' | 'after'): void {
  const blocks = $blocksOf(keys);
  const edge = side === 'before' ? blocks[0] : blocks.at(-1);
  if (edge !== undefined) $paragraphBeside(edge, side);
}
