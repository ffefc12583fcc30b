import { blockText } from '../../document/walk.ts';
import { metadataTexts } from '../metadata-texts.ts';
import { findPinyinResidues } from '../pinyin.ts';
import type { BlockRule, MetadataRule } from '../rule.ts';

/** `設(shè)`: what a converter left of a page's ruby. */
export const pinyinResidue: BlockRule = (block) => {
  const text = blockText(block);
  return findPinyinResidues(text).map((span) => ({
    rule: 'pinyin-residue',
    severity: 'error',
    params: { text: text.slice(span.start, span.end) },
    span,
    ...(block.type === 'boilerplate' ? {} : { fix: { kind: 'replace', text: '' } }),
  }));
};

export const pinyinResidueInMetadata: MetadataRule = (content) =>
  metadataTexts(content).flatMap(({ field, text }) =>
    findPinyinResidues(text).map(({ start, end }) => ({
      rule: 'pinyin-residue',
      severity: 'error',
      field,
      params: { text: text.slice(start, end) },
    })),
  );
