import type { Span } from '../document/find/query.ts';
import { foldForSearch } from './fold-for-search.ts';
import { runsOfWords, type Run } from './search-runs.ts';

/** Finds the spans of a text that a searched word stands for, in order, none over another. */
export type WordMatcher = (text: string) => readonly Span[];

const classOf: Readonly<Record<Run['kind'], string>> = {
  han: String.raw`\p{Script=Han}`,
  digits: String.raw`\p{N}`,
  letters: String.raw`(?:(?!\p{Script=Han})\p{L}|\p{M})`,
};

/** What may stand between two runs; two of one kind do not touch, or they would be one. */
const gap = String.raw`[^\p{L}\p{N}\p{M}]`;

/**
 * What the index finds, in a text itself: the runs of the word one after the other with any gap between, the last of them
 * perhaps going on. Undefined when the word has nothing to look for.
 */
export function wordMatcher(word: string): WordMatcher | undefined {
  const runs = runsOfWords(foldForSearch(word));
  if (runs.length === 0) return undefined;
  const pattern = new RegExp(runs.map((run, index) => partOf(run, runs[index - 1])).join(''), 'gu');
  return (text) => Array.from(foldForSearch(text).matchAll(pattern), spanOf);
}

function partOf(run: Run, before: Run | undefined): string {
  if (!before) return `${run.kind === 'han' ? '' : `(?<!${classOf[run.kind]})`}${run.text}`;
  // A run ends where its kind does: a phrase never begins in the middle of the run that follows.
  return `(?!${classOf[before.kind]})${gap}${before.kind === run.kind ? '+' : '*'}${run.text}`;
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}
