import { foldForSearch } from '#shared/search/fold-for-search.ts';
import { searchFields, type SearchField } from '#shared/search/search-field.ts';
import { runsOfWords, type Run } from '#shared/search/search-runs.ts';

/**
 * How Chinese is indexed. SQLite's own tokenizers find no two-character words, so a run of Han characters becomes its
 * overlapping pairs plus its last single character; runs of letters and of digits stay whole. Everything is folded first.
 */

/** Stands between passages, so that no phrase goes from one into the next. A private character is in no word. */
const edge = '\uE000';

/** The words of passages for the index, separated by spaces: `住房和2022年` → `住房 房和 和 2022 年`. */
export function searchWords(passages: readonly string[]): string {
  return passages
    .map((text) => runsOfWords(foldForSearch(text)).flatMap(wholeWords).join(' '))
    .filter(Boolean)
    .join(` ${edge} `);
}

/**
 * The question for the index: the runs of a text next to each other, in one field or in any. The last word may go on in
 * the draft, as somebody who searches 住 means 住房 too. Undefined when there is nothing to look for.
 */
export function searchQuery(text: string, field: SearchField | null = null): string | undefined {
  const runs = runsOfWords(foldForSearch(text));
  if (runs.length === 0) return undefined;
  const words = runs.flatMap((run, index) => (index === runs.length - 1 ? lastWords(run) : wholeWords(run)));
  return `${field === null ? '' : `${field} : `}"${words.join(' ')}" *`;
}

/** The columns of the index. */
export const indexColumns = searchFields.join(', ');

function wholeWords(run: Run): readonly string[] {
  return run.kind === 'han' ? [...pairsOf(run.text), lastOf(run.text)] : [run.text];
}

/** The last pair stands for its last character too, wherever the text goes on. */
function lastWords(run: Run): readonly string[] {
  const pairs = run.kind === 'han' ? pairsOf(run.text) : [];
  return pairs.length > 0 ? pairs : [run.text];
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function lastOf(run: string): string {
  return Array.from(run).at(-1) ?? '';
}
