import { editText, type TextEdit } from '../document/text-edit.ts';
import { isInName, mayEndName } from './dots.ts';
import { protectedUnits } from './protected-spans.ts';
import { punctuationEdits } from './punctuation.ts';

/** Half-width signs for which a full-width one is offered; what `punctuationEdits` finds in finished text, and these. */
const singles: Readonly<Record<string, string>> = { '.': '。', '(': '（', ')': '）' };
export const offeredSigns = ',.:;?!()>-';

/** Signs that are typed as several half-width ones: 省略号 and 破折号 (GB/T 15834—2011, 4.10, 4.11). */
const runs: readonly (readonly [string, string])[] = [
  ['...', '……'],
  ['--', '——'],
];

/** Han, and signs that can only close something Chinese. */
const chineseEnd = /[\p{Script=Han}”’）》〉】」』]/u;
const alphanumeric = /[0-9A-Za-z]/;

/**
 * What to offer for the half-width sign that ends at `at` of a block's text: edits by the rules of finished text
 * (`punctuationEdits`) that take in that sign, or nothing. Only right after Chinese, never before digits or Latin, never
 * in addresses, times and numbers. A closing bracket or angle mark offers to change its partner with it; three stops and two
 * hyphens become one sign.
 */
export function typedPunctuation(text: string, at: number): readonly TextEdit[] {
  const sign = text[at - 1] ?? '';
  const place = at - 1;
  if (sign === '' || !offeredSigns.includes(sign)) return [];
  if (protectedUnits(text)[place] || /https?:\/\/\S*$/i.test(text.slice(0, place))) return [];
  if (sign === ')') return bracketOffer(text, place);
  if (sign === '>') return angleOffer(text, at);
  const run = runs.find(([typed]) => text.slice(0, at).endsWith(typed));
  if (run) return runOffer(text, at, run);
  if (sign === '-') return [];
  if (!chineseEnd.test(text[place - 1] ?? '') || isTakenUp(sign, text[at] ?? '')) return [];
  if (sign === '.' && isInName(text, place)) return [{ start: place, end: at, text: '·' }];
  const full = singles[sign];
  if (full !== undefined) return [{ start: place, end: at, text: full }];
  return punctuationEdits(text).filter((edit) => edit.start === place);
}

/** `图1.2`, `局:80`: what follows belongs to the sign. An opening bracket may hold anything. */
function isTakenUp(sign: string, next: string): boolean {
  return sign !== '(' && (alphanumeric.test(next) || next === sign);
}

function bracketOffer(text: string, place: number): readonly TextEdit[] {
  const inside = text.slice(0, place);
  const open = Math.max(inside.lastIndexOf('('), inside.lastIndexOf('（'));
  if (open === -1 || inside.lastIndexOf(')') > open || inside.lastIndexOf('）') > open) return [];
  // Its partner is Chinese already, so nothing is left to judge.
  if (text[open] === '（') return [{ start: place, end: place + 1, text: '）' }];
  return punctuationEdits(text).filter((edit) => edit.start === place || edit.start === open);
}

/** `<<意见>>`: both marks at once. */
function angleOffer(text: string, at: number): readonly TextEdit[] {
  const edits = punctuationEdits(text);
  const close = edits.find((edit) => edit.end === at && edit.text === '》');
  const open = edits.findLast((edit) => edit.start < at && edit.text === '《');
  return open && close ? [open, close] : [];
}

/** Right after Chinese, and not a part of a longer row of the same sign. */
function runOffer(text: string, at: number, [typed, sign]: readonly [string, string]): readonly TextEdit[] {
  const start = at - typed.length;
  const isLonger = text[at] === typed[0];
  return chineseEnd.test(text[start - 1] ?? '') && !isLonger ? [{ start, end: at, text: sign }] : [];
}

/** A half-width sign that was typed among Chinese words, and what one key makes of it. Offsets count in the words. */
export interface TypedOffer {
  /** Where the typed sign ends. */
  readonly at: number;
  /** It, and its partner where it has one. */
  readonly edits: readonly TextEdit[];
  /** What comes in the place of the typed sign. */
  readonly sign: string;
}

/** So many characters further on the words have moved on, and Tab is for something else again. */
const reach = 30;

/** What to offer for the sign that ends at `at`, or null. */
export function offerFor(text: string, at: number): TypedOffer | null {
  const edits = typedPunctuation(text, at);
  const own = edits.find(({ end }) => end === at);
  return own ? { at, edits, sign: own.text } : null;
}

/** Whether it may be taken without asking: behind `乔治` the stop may end a sentence, or stand in a name. */
export function isSure({ at, sign }: TypedOffer, text: string): boolean {
  return sign !== '。' || !mayEndName(text, at - 1);
}

/**
 * The offer as the words stand now: null once they ask for none, or the caret is before the sign or far behind it. What was the end of
 * a sentence behind `乔治` is the middle of a name once `布什` stands there.
 */
export function keptOffer({ at, sign }: TypedOffer, text: string, caret: number): TypedOffer | null {
  if (caret < at || caret > at + reach) return null;
  const now = offerFor(text, at);
  return now !== null && (now.sign === sign || now.sign === '·') ? now : null;
}

/** The words with an offer taken, and where the caret stands in them then. */
export function takeOffer(
  { edits }: TypedOffer,
  text: string,
  caret: number,
): { readonly text: string; readonly caret: number } {
  return { text: editText(text, edits), caret: caret + shiftOf(edits, caret) };
}

/** By how much edits move what stands at `caret`. */
export function shiftOf(edits: readonly TextEdit[], caret: number): number {
  return edits
    .filter(({ end }) => end <= caret)
    .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
}
