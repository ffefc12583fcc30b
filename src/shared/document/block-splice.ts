import { canonicalJson } from './canonical.ts';
import type { BlockNode } from './schema.ts';
import { diffSequences } from './sequence-diff.ts';

/** Blocks that take the place of others. `at` counts the blocks before any splice of the same list was made. */
export interface BlockSplice {
  readonly at: number;
  readonly removed: BlockNode[];
  readonly inserted: BlockNode[];
}

/** The blocks with splices made; these are in order and do not overlap. */
export function spliceBlocks(blocks: readonly BlockNode[], splices: readonly BlockSplice[]): BlockNode[] {
  const result: BlockNode[] = [];
  let at = 0;
  for (const splice of splices) {
    result.push(...blocks.slice(at, splice.at), ...splice.inserted);
    at = splice.at + splice.removed.length;
  }
  result.push(...blocks.slice(at));
  return result;
}

/** The splices that take these back. */
export function invertSplices(splices: readonly BlockSplice[]): BlockSplice[] {
  let shift = 0;
  return splices.map(({ at, removed, inserted }) => {
    const inverse = { at: at + shift, removed: inserted, inserted: removed };
    shift += inserted.length - removed.length;
    return inverse;
  });
}

/** The splices that turn one list of blocks into the other, leaving alone what is equal. */
export function diffBlocks(before: readonly BlockNode[], after: readonly BlockNode[]): BlockSplice[] {
  return diffSequences(before.map(canonicalJson), after.map(canonicalJson)).map(({ at, removed, from, inserted }) => ({
    at,
    removed: before.slice(at, at + removed),
    inserted: after.slice(from, from + inserted),
  }));
}
