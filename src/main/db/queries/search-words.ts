/**
 * How Chinese is indexed. SQLite's own tokenizers find no two-character words, so a run of Han characters becomes its
 * overlapping pairs plus its last single character; runs of letters and of digits stay whole.
 */
const runs = /\p{Script=Han}+|\p{N}+|(?:(?!\p{Script=Han})\p{L}|\p{M})+/gu;
const han = /^\p{Script=Han}/u;

/** The words of a text for the index, separated by spaces: `住房和2022年` → `住房 房和 和 2022 年`. */
export function searchWords(text: string): string {
  return (text.match(runs) ?? []).flatMap((run) => (han.test(run) ? [...pairsOf(run), lastOf(run)] : [run])).join(' ');
}

/**
 * The question for the index: every part between spaces must occur, its runs next to each other. The last word of a part
 * may go on in the text, as somebody who searches 住 means 住房 too. Empty when there is nothing to look for.
 */
export function searchQuery(query: string): string {
  return query.split(/\s+/u).map(phraseOf).filter(Boolean).join(' AND ');
}

function phraseOf(part: string): string {
  const found = part.match(runs) ?? [];
  const words = found.flatMap((run, index) => {
    if (!han.test(run)) return [run];
    const isLast = index === found.length - 1;
    const pairs = pairsOf(run);
    return isLast && pairs.length > 0 ? pairs : [...pairs, lastOf(run)];
  });
  return words.length === 0 ? '' : `"${words.join(' ')}" *`;
}

function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

function lastOf(run: string): string {
  return Array.from(run).at(-1) ?? '';
}
