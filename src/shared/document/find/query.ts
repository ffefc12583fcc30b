import type { TextEdit } from '../text-edit.ts';
import { fold, type Likeness } from './fold.ts';

/** What to look for, as it was typed, with the options of the find bar. */
export interface FindQuery extends Likeness {
  readonly text: string;
  /** `text` is a regular expression (ECMAScript, `u` and `m`: `^` and `$` are the edges of a line). */
  readonly regularExpression: boolean;
  /** A match does not begin or end inside a Latin word or a number; Han characters have no such edges. */
  readonly wholeWord: boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Matcher {
  /** The spans of a text that match, in order, none empty, none over another. */
  readonly find: (text: string) => readonly Span[];
  /**
   * The same as edits. With a regular expression `$1`, `$<name>`, `$&` and `$$` stand for groups, the match and a dollar
   * sign, with the words as the text has them; otherwise the replacement is taken as it is. It never holds a line end.
   */
  readonly replace: (text: string, replacement: string) => readonly TextEdit[];
}

/** Undefined when the regular expression is none. An empty query matches nothing. */
export function compileQuery(query: FindQuery): Matcher | undefined {
  if (query.text === '') return { find: () => [], replace: () => [] };
  if (!query.regularExpression) return literalMatcher(query);
  const source = query.matchWidth ? query.text : fold(query.text, { matchCase: true, matchWidth: false });
  try {
    return patternMatcher(query, new RegExp(source, `dgmu${query.matchCase ? '' : 'i'}`));
  } catch {
    return undefined;
  }
}

function literalMatcher(query: FindQuery): Matcher {
  const needle = fold(query.text, query);
  const find = (text: string): readonly Span[] => {
    const folded = fold(text, query);
    const spans: Span[] = [];
    let at = folded.indexOf(needle);
    while (at !== -1) {
      const span = { start: at, end: at + needle.length };
      const stands = !query.wholeWord || isWhole(folded, span);
      if (stands) spans.push(span);
      at = folded.indexOf(needle, stands ? span.end : at + 1);
    }
    return spans;
  };
  return { find, replace: (text, replacement) => find(text).map((span) => ({ ...span, text: replacement })) };
}

function patternMatcher(query: FindQuery, pattern: RegExp): Matcher {
  function* matches(text: string): Generator<readonly [Span, RegExpExecArray]> {
    // Case is the pattern's own affair (`i`): folding it here would break classes such as \p{Lu}.
    const folded = fold(text, { matchCase: true, matchWidth: query.matchWidth });
    for (const match of folded.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      if (span.end > span.start && (!query.wholeWord || isWhole(folded, span))) yield [span, match];
    }
  }
  return {
    find: (text) => Array.from(matches(text), ([span]) => span),
    replace: (text, replacement) =>
      Array.from(matches(text), ([span, match]) => ({ ...span, text: fill(replacement, text, span, match) })),
  };
}

function fill(replacement: string, text: string, span: Span, match: RegExpExecArray): string {
  const words = (place: readonly [number, number] | undefined) => (place ? text.slice(...place) : '');
  const filled = replacement.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/g, (all, dollar, whole, digits, name) => {
    if (dollar !== undefined) return '$';
    if (whole !== undefined) return text.slice(span.start, span.end);
    if (typeof name === 'string') return match.indices?.groups ? words(match.indices.groups[name]) : all;
    return group(String(digits), match, words) ?? all;
  });
  return filled.replaceAll('\n', '');
}

/** `$12` is group 12 where there is one, else group 1 and the digit 2, as ECMAScript has it; undefined without such a group. */
function group(
  digits: string,
  match: RegExpExecArray,
  words: (place: readonly [number, number] | undefined) => string,
): string | undefined {
  for (const size of [2, 1]) {
    const number = Number(digits.slice(0, size));
    if (digits.length < size || number < 1 || number >= match.length) continue;
    return words(match.indices?.[number]) + digits.slice(size);
  }
  return undefined;
}

const wordCharacter = /[\p{Script=Latin}\p{Nd}_]/u;

function isWhole(text: string, { start, end }: Span): boolean {
  const joins = (at: number) => wordCharacter.test(text.charAt(at - 1)) && wordCharacter.test(text.charAt(at));
  return !joins(start) && !joins(end);
}
