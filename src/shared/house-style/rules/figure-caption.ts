import { blockText } from '../../document/walk.ts';
import type { BlockRule } from '../rule.ts';

/** Each figure shows a caption. One that is a phrase ends without a full stop (GB/T 15834—2011, annex). */
export const figureCaption: BlockRule = (block) => {
  if (block.type !== 'figure') return [];
  const caption = blockText(block);
  if (block.captionHidden) return [{ rule: 'caption-hidden', severity: 'warning', params: {} }];
  if (caption.trim() === '') return [{ rule: 'caption-missing', severity: 'error', params: {} }];
  if (!/^[^。]*。$/u.test(caption)) return [];
  return [
    {
      rule: 'caption-full-stop',
      severity: 'hint',
      params: {},
      span: { start: caption.length - 1, end: caption.length },
      fix: { kind: 'replace', text: '' },
    },
  ];
};
