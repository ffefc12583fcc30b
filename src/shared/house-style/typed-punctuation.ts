import type { TextEdit } from '../document/text-edit.ts';
import { protectedUnits } from './protected-spans.ts';
import { punctuationEdits } from './punctuation.ts';

/** Half-width signs for which a full-width one is offered; what `punctuationEdits` finds in finished text, and these. */
const singles: Readonly<Record<string, string>> = { '.': '。', '(': '（', ')': '）' };
export const offeredSigns = ',.:;?!()';

/** Han, and signs that can only close something Chinese. */
const chineseEnd = /[\p{Script=Han}”’）》〉】」』]/u;
const alphanumeric = /[0-9A-Za-z]/;

/**
 * What to offer for the half-width sign that ends at `at` of a block's text: edits by the rules of finished text
 * (`punctuationEdits`) that take in that sign, or nothing. Only right after Chinese, never before digits or Latin, never
 * in addresses, times and numbers. A closing bracket offers to change its partner with it.
 */
export function typedPunctuation(text: string, at: number): readonly TextEdit[] {
  const sign = text[at - 1] ?? '';
  const place = at - 1;
  if (sign === '' || !offeredSigns.includes(sign)) return [];
  if (protectedUnits(text)[place] || /https?:\/\/\S*$/i.test(text.slice(0, place))) return [];
  if (sign === ')') return bracketOffer(text, place);
  if (!chineseEnd.test(text[place - 1] ?? '') || isTakenUp(sign, text[at] ?? '')) return [];
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
