import type { Span } from '../document/find/query.ts';
import { foldForSearch } from './fold-for-search.ts';
import { runsOfWords, type Run } from './search-runs.ts';

/** Finds the spans of a text that a searched word stands for, in order, none over another. */
export type WordMatcher = (text: string) => readonly Span[];

/**
 * Made once: the tables of Unicode classes take a millisecond or two to compile, so a pattern of each searched word would
 * cost more than the whole of its search.
 */
const classes: Readonly<Record<Run['kind'], { readonly at: RegExp; readonly before: RegExp }>> = {
  han: { at: /\p{Script=Han}/uy, before: /(?<=\p{Script=Han})/uy },
  digits: { at: /\p{N}/uy, before: /(?<=\p{N})/uy },
  letters: {
    at: /(?:(?!\p{Script=Han})\p{L}|\p{M})/uy,
    before: /(?<=(?!\p{Script=Han})\p{L}|\p{M})/uy,
  },
};
const gap = /[^\p{L}\p{N}\p{M}]*/uy;

/**
 * What the index finds, in a text itself: the runs of the word one after the other with any gap between, the last of them
 * perhaps going on. Undefined when the word has nothing to look for.
 */
export function wordMatcher(word: string): WordMatcher | undefined {
  const runs = runsOfWords(foldForSearch(word));
  return runs.length === 0 ? undefined : (text) => spansOf(runs, foldForSearch(text));
}

function spansOf(runs: readonly Run[], folded: string): readonly Span[] {
  const first = runs[0]?.text ?? '';
  const spans: Span[] = [];
  let start = folded.indexOf(first);
  while (start !== -1) {
    const end = endOf(runs, folded, start);
    if (end !== undefined) spans.push({ start, end });
    start = folded.indexOf(first, end ?? start + 1);
  }
  return spans;
}

/** Where the runs end that begin here; undefined when they do not all stand here. */
function endOf(runs: readonly Run[], folded: string, start: number): number | undefined {
  let end = start;
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    const from = before ? afterGap(before, run, folded, end) : beginning(run, folded, start);
    if (from === undefined || !folded.startsWith(run.text, from)) return undefined;
    end = from + run.text.length;
  }
  return end;
}

/** Han characters are searched from any of them on, letters and digits from their start. */
function beginning({ kind }: Run, folded: string, start: number): number | undefined {
  return kind !== 'han' && stands(classes[kind].before, folded, start) ? undefined : start;
}

/** A run ends where its kind does: a phrase never begins in the middle of the run that follows. */
function afterGap(before: Run, run: Run, folded: string, end: number): number | undefined {
  if (stands(classes[before.kind].at, folded, end)) return undefined;
  const from = stands(gap, folded, end) ? gap.lastIndex : end;
  // Two runs of one kind do not touch, or they would be one.
  return before.kind === run.kind && from === end ? undefined : from;
}

/** Whether a sticky pattern stands exactly there. */
function stands(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
