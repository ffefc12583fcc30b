import { blockText } from '../../document/walk.ts';
import { findDots } from '../dots.ts';
import { metadataTexts } from '../metadata-texts.ts';
import type { BlockRule, MetadataRule, Remark } from '../rule.ts';

/** `乔治.布什`, and `已开工.明年`: in names the sign is known, elsewhere the writer has to tell. */
export const dotBetweenHan: BlockRule = (block) => {
  if (block.type === 'boilerplate') return [];
  const text = blockText(block);
  return findDots(text).map(({ at, isInName }) => ({
    ...remarkOn(text, at, isInName),
    span: { start: at, end: at + 1 },
    ...(isInName ? { fix: { kind: 'replace', text: '·' } } : {}),
  }));
};

/** Not in the names of files, where a stop is a stop. */
export const dotBetweenHanInMetadata: MetadataRule = (content) =>
  metadataTexts(content)
    .filter(({ field }) => field !== 'attachments')
    .flatMap(({ field, text }) =>
      findDots(text).map(({ at, isInName }) => ({ ...remarkOn(text, at, isInName), field })),
    );

/** A name that is written wrong has to be mended; what may be meant otherwise is asked. */
function remarkOn(text: string, at: number, isInName: boolean): Remark {
  return {
    rule: 'dot-between-han',
    severity: isInName ? 'warning' : 'hint',
    params: { text: text.slice(Math.max(0, at - 2), at + 3) },
  };
}
