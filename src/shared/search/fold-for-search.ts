import { fold } from '../document/find/fold.ts';
import { simplifiedPairs } from './simplified-pairs.ts';

/** By UTF-16 unit: the Simplified character that a Traditional one stands for, 0 for all others. */
const simplified = new Uint16Array(0x10000);
for (let at = 0; at < simplifiedPairs.length; at += 2) {
  simplified[simplifiedPairs.charCodeAt(at)] = simplifiedPairs.charCodeAt(at + 1);
}

/**
 * The text as the search of drafts compares it: small letters, half width, Simplified characters. Every UTF-16 unit stays
 * in its place, so offsets hold in the text itself.
 */
export function foldForSearch(text: string): string {
  return simplify(fold(text, { matchCase: false, matchWidth: false }));
}

function simplify(text: string): string {
  let done = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = simplified[text.charCodeAt(at)];
    if (!unit) continue;
    done += text.slice(from, at) + String.fromCharCode(unit);
    from = at + 1;
  }
  return from === 0 ? text : done + text.slice(from);
}
