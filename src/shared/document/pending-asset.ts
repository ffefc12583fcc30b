import type { BlockNode } from './schema.ts';

/**
 * A picture that is still being taken in stands in its figure under a name of its own, until its SHA-256 is known. The
 * name has the form of one, so that it can stand wherever an asset stands, and begins as no SHA-256 will. It never leaves
 * the window: nothing that is stored has one.
 */
const mark = '0'.repeat(40);

/** @param random 12 bytes, so that no two are alike */
export function pendingAsset(random: Uint8Array): string {
  return mark + [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function isPendingAsset(asset: string | null): asset is string {
  return asset?.startsWith(mark) ?? false;
}

/** The blocks with other assets; those in which nothing changes are the same objects. */
export function mapAssets(
  blocks: readonly BlockNode[],
  change: (asset: string | null) => string | null,
): readonly BlockNode[] {
  let isChanged = false;
  const changed = blocks.map((block) => {
    if (block.type !== 'figure') return block;
    const pictures = [block, ...(block.beside ?? [])];
    if (pictures.every(({ asset }) => change(asset) === asset)) return block;
    isChanged = true;
    const beside = block.beside?.map((picture) => ({ ...picture, asset: change(picture.asset) }));
    return { ...block, asset: change(block.asset), ...(beside ? { beside } : {}) };
  });
  return isChanged ? changed : blocks;
}
