import { blockText } from '../../document/walk.ts';
import { metadataTexts } from '../metadata-texts.ts';
import type { BlockRule, MetadataRule, Remark } from '../rule.ts';
import { stopBlankEdits } from '../stop-blanks.ts';

/** `已开工， 明年完成`: a blank that a program or a Latin habit left. */
export const blankBesideStop: BlockRule = (block) => {
  if (block.type === 'boilerplate') return [];
  const text = blockText(block);
  return stopBlankEdits(text).map(({ start, end }) => ({
    ...remarkOn(text, start, end),
    span: { start, end },
    fix: { kind: 'replace', text: '' },
  }));
};

/** Not in the names of files, which stay as they are called. */
export const blankBesideStopInMetadata: MetadataRule = (content) =>
  metadataTexts(content)
    .filter(({ field }) => field !== 'attachments')
    .flatMap(({ field, text }) =>
      stopBlankEdits(text).map(({ start, end }) => ({ ...remarkOn(text, start, end), field })),
    );

function remarkOn(text: string, start: number, end: number): Remark {
  return {
    rule: 'blank-beside-stop',
    severity: 'warning',
    params: { text: text.slice(Math.max(0, start - 3), end + 2) },
  };
}
