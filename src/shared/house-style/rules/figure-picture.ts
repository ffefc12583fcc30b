import { picturesOf } from '../../document/walk.ts';
import type { BlockRule } from '../rule.ts';

/** Narrower pictures look coarse on the page, in pixels. */
export const narrowPicture = 800;

/** A figure needs its picture, and one that is wide enough for the page. */
export const figurePicture: BlockRule = (block, { assets }) => {
  if (block.type !== 'figure') return [];
  const known = picturesOf(block).map(({ asset }) => (asset === null ? undefined : assets.get(asset)));
  if (known.includes(undefined)) return [{ rule: 'picture-missing', severity: 'error', params: {} }];
  const width = Math.min(...known.map((asset) => asset?.width ?? narrowPicture));
  return width < narrowPicture ? [{ rule: 'picture-small', severity: 'warning', params: { width } }] : [];
};
