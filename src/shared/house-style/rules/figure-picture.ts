import type { BlockRule } from '../rule.ts';

/** Narrower pictures look coarse on the page, in pixels. */
const narrow = 800;

/** A figure needs its picture, and one that is wide enough for the page. */
export const figurePicture: BlockRule = (block, { assets }) => {
  if (block.type !== 'figure') return [];
  const asset = block.asset === null ? undefined : assets.get(block.asset);
  if (!asset) return [{ rule: 'picture-missing', severity: 'error', params: {} }];
  const { width } = asset;
  return width < narrow ? [{ rule: 'picture-small', severity: 'warning', params: { width } }] : [];
};
