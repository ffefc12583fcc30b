import type { BlockRule } from '../rule.ts';

/** Who took the picture, or where it comes from. */
export const figureCredit: BlockRule = (block) =>
  block.type === 'figure' && block.credit.trim() === ''
    ? [{ rule: 'credit-missing', severity: 'warning', params: {} }]
    : [];
