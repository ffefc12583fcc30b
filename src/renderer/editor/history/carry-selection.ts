import type { BlockSplice } from '#shared/document/block-splice.ts';
import { blockText } from '#shared/document/walk.ts';
import type { StoredPoint, StoredSelection } from '#shared/model/edit-history.ts';

/** Where a selection stands after splices were made. */
export function carrySelection(selection: StoredSelection, splices: readonly BlockSplice[]): StoredSelection {
  if (selection.kind === 'words') {
    return {
      kind: 'words',
      anchor: carryPoint(selection.anchor, splices),
      focus: carryPoint(selection.focus, splices),
    };
  }
  const blocks = selection.blocks.map((block) => carryPoint({ block, offset: 0 }, splices).block);
  return { kind: 'units', blocks: [...new Set(blocks)] };
}

/** In a block that changed the point stays with the words before it, or with those after it where they are the same. */
function carryPoint({ block, offset }: StoredPoint, splices: readonly BlockSplice[]): StoredPoint {
  let shift = 0;
  for (const { at, removed, inserted } of splices) {
    if (block < at) break;
    if (block < at + removed.length) {
      const index = Math.min(block - at, inserted.length - 1);
      const before = removed[block - at];
      const after = inserted[index];
      // Nothing stands there any more: what follows does.
      if (!before || !after) return { block: at + shift, offset: 0 };
      return { block: at + shift + index, offset: carryOffset(offset, blockText(before), blockText(after)) };
    }
    shift += inserted.length - removed.length;
  }
  return { block: block + shift, offset };
}

function carryOffset(offset: number, before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  if (offset <= start) return offset;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const rest = before.length - offset;
  return rest <= end ? after.length - rest : Math.min(offset, after.length - end);
}
