import { protectedUnits } from './protected-spans.ts';

/** The two marks of each kind of quote (GB/T 15834—2011, 4.8). */
const pairs: Readonly<Record<string, readonly [open: string, close: string]>> = { '"': ['“', '”'], "'": ['‘', '’'] };

const chinese = /[\p{Script=Han}，。：；！？、（）“”‘’《》〈〉【】「」『』…—▲]/u;
const alphanumeric = /[0-9A-Za-z]/;

/**
 * The Chinese quotation mark for a straight one just typed between `before` and `after` (the words of one block, without
 * the mark), or null where the straight one belongs: in Latin words, numbers and addresses, and where its partner
 * before it is straight as well. Marks are paired over the whole block, whatever formats its words have.
 */
export function typedQuote(before: string, quote: string, after: string): string | null {
  const pair = pairs[quote];
  if (pair === undefined) return null;
  const [open, close] = pair;
  if (isPartnerStraight(before, quote)) return null;
  // `https://…/"` and `it's`: the mark would stand inside a token.
  const text = before + quote + after;
  if (protectedUnits(text)[before.length] || /https?:\/\/\S*$/i.test(before)) return null;
  const isOpen = depth(before, open, close) > 0;
  // Half-width marks and spaces tell nothing of the words they stand in.
  const last = before.replace(/[\s,.:;!?()-]+$/, '').at(-1) ?? '';
  const next = after.trimStart().at(0) ?? '';
  if (alphanumeric.test(before.at(-1) ?? '') && alphanumeric.test(after.at(0) ?? '')) return null;
  // What stands in an open pair is closed by its own kind, also after a Latin word: “5G”.
  if (isOpen) return close;
  // An empty block is Chinese; else its neighbours tell.
  const isChinese = last === '' ? next === '' || chinese.test(next) : chinese.test(last);
  return isChinese ? open : null;
}

/** Whether an odd number of straight marks stands before: the one just typed closes a straight one. Inches and `'s` count as none. */
function isPartnerStraight(before: string, quote: string): boolean {
  const guarded = protectedUnits(before);
  let count = 0;
  for (let at = before.indexOf(quote); at !== -1; at = before.indexOf(quote, at + 1)) {
    const isInWord =
      alphanumeric.test(before[at - 1] ?? '') && (quote === "'" || alphanumeric.test(before[at + 1] ?? ''));
    if (!guarded[at] && !isInWord) count += 1;
  }
  return count % 2 === 1;
}

function depth(text: string, open: string, close: string): number {
  let level = 0;
  for (const sign of text) {
    if (sign === open) level += 1;
    else if (sign === close && level > 0) level -= 1;
  }
  return level;
}
