import type { TextEdit } from '../document/text-edit.ts';

const blank = String.raw`[ \u00a0\u2000-\u200a]`;
const stop = '[，。；：！？、]';
/** More than two are the room that a form leaves, or columns. */
const beside = new RegExp(
  String.raw`(?<=${stop})${blank}{1,2}(?=[\p{Script=Han}“‘《〈（【「『])|(?<=[\p{Script=Han}”’》〉）】」』])${blank}{1,2}(?=${stop})`,
  'gu',
);

/** The edits that take out blanks at a full-width comma or stop between Chinese: the sign brings its own room (GB/T 15834—2011, 5.1). */
export function stopBlankEdits(text: string): readonly TextEdit[] {
  return [...text.matchAll(beside)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    text: '',
  }));
}
