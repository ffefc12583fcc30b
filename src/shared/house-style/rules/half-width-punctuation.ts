import { blockText } from '../../document/walk.ts';
import { metadataTexts } from '../metadata-texts.ts';
import { punctuationEdits } from '../punctuation.ts';
import type { BlockRemark, BlockRule, MetadataRule } from '../rule.ts';

/** `,` `:` `"` and the like in Chinese text (GB/T 15834—2011). House-style texts are written once and not judged here. */
export const halfWidthPunctuation: BlockRule = (block) => {
  if (block.type === 'boilerplate') return [];
  let lineStart = 0;
  return blockText(block)
    .split('\n')
    .flatMap((line): readonly BlockRemark[] => {
      const from = lineStart;
      lineStart += line.length + 1;
      return punctuationEdits(line).map(({ start, end, text }) => ({
        rule: 'half-width-punctuation',
        severity: 'warning',
        params: { text: line.slice(start, end).trim() },
        span: { start: from + start, end: from + end },
        fix: { kind: 'replace', text },
      }));
    });
};

/** In headline and abstract; the other fields hold names and numbers. */
export const halfWidthPunctuationInMetadata: MetadataRule = (content) =>
  metadataTexts(content)
    .filter(
      ({ field }) => field === 'headline' || field === 'subheadline' || field === 'listTitle' || field === 'abstract',
    )
    .flatMap(({ field, text }) =>
      punctuationEdits(text).map(({ start, end }) => ({
        rule: 'half-width-punctuation',
        severity: 'warning',
        field,
        params: { text: text.slice(start, end).trim() },
      })),
    );
