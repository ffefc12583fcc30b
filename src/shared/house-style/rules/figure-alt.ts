import { blockText, picturesOf } from '../../document/walk.ts';
import type { BlockRule } from '../rule.ts';

/** Words for those who cannot see a picture, unless it says nothing (`decorative`). */
export const figureAlt: BlockRule = (block) => {
  if (block.type !== 'figure') return [];
  if (picturesOf(block).every(({ decorative, alt }) => decorative || alt.trim() !== '')) return [];
  const hasCaption = blockText(block).trim() !== '';
  return [
    {
      rule: 'alt-missing',
      severity: 'error',
      params: {},
      ...(hasCaption ? { fix: { kind: 'alt-from-caption' } } : {}),
    },
  ];
};
