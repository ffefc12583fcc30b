/** What a bold pair may not begin with: a mask (`陈**、李**`) goes on with one of these. */
const noBegin = String.raw`[\s*、，。；：！？）》」』】”’]`;
/** Where a pair begins a sentence or part of one, nobody masks a name. */
const apart = /(?:^|[^\p{L}\p{N}*])$/u;
const enclosed = /^[“‘「『《（【"(].*[”’」』》）】").，。；：！？]$/u;
/** Two asterisks, words that begin and end with no blank, two asterisks; no third one at either side. */
const pair = new RegExp(String.raw`(?<!\*)\*\*(?!${noBegin})([^*\n]*[^\s*])\*\*(?!\*)`, 'gu');
/** `户主：**明，配偶：**芳` is masked, too. */
const masked = /[，。；、].*[：:]$/u;
const shortestInside = 4;

interface BoldPair {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** It can be nothing else; otherwise it may be two masks with words between them (`陈**与李**`). */
  readonly isSure: boolean;
}

/** Pairs of `**` around Chinese words, as chat tools leave them in texts. */
export function boldPairs(text: string): readonly BoldPair[] {
  return [...text.matchAll(pair)].flatMap((match): readonly BoldPair[] => {
    const [whole, words = ''] = match;
    if (!/\p{Script=Han}/u.test(words)) return [];
    const isApart = apart.test(text.slice(0, match.index).slice(-2)) || enclosed.test(words);
    const isSure = isApart && !masked.test(words);
    return [{ start: match.index, end: match.index + whole.length, words, isSure }];
  });
}

/** What each sign of Markdown is worth, and how many of it count: texts of other kinds have some of them, too. */
const signs: readonly (readonly [pattern: RegExp, worth: number, most: number])[] = [
  [/^ {0,3}#{2,6} +\S/gmu, 3, 1],
  [/^ {0,3}# +\S/gmu, 2, 2],
  [/^ {0,3}(?:```|~~~)/gmu, 2, 1],
  [/\[[^[\]\n]{1,200}\]\(https?:\/\/[^()\s]{1,500}\)/gu, 2, 2],
];
/** Signs that count once, however often they stand, and only where a text has so many of them. */
const listSigns: readonly (readonly [pattern: RegExp, fewest: number])[] = [
  [/^[ \t]{0,8}[-*+] +\S/gmu, 2],
  [/^[ \t]{0,8}\d{1,3}[.)] +\S/gmu, 2],
  [/^ {0,3}> ?\S/gmu, 1],
  [/^ {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*$/gmu, 1],
];
const enough = 3;
/** The line below the head of a table, with the line end before it. */
const tableRule =
  /\n[ \t]{0,8}\|?[ \t]{0,8}:?-{2,99}:?[ \t]{0,8}(?:\|[ \t]{0,8}:?-{2,99}:?[ \t]{0,8}){1,50}\|?[ \t]{0,8}$/gmu;

/** Longer plain text is not looked through, for the window waits: no answer of a chat is as long. */
export const longestMarkdown = 200_000;

/**
 * Whether a plain text is clearly written in Markdown, as the answers of chat tools are: a table, bold pairs in Chinese
 * prose, or several marks of headings, links and lists. Lines that begin with a dash or a number alone are not enough.
 */
export function looksLikeMarkdown(text: string): boolean {
  if (text.length > longestMarkdown) return false;
  const lines = text.replace(/\r\n?|[\u2028\u2029]/gu, '\n');
  if (hasTable(lines)) return true;
  const pairs = boldPairs(lines);
  const inside = pairs.filter(({ words }) => words.length >= shortestInside && !/[，。；：、]/u.test(words));
  if (pairs.some(({ isSure }) => isSure) || inside.length > 1) return true;
  const worth = signs.reduce((sum, [pattern, each, most]) => sum + each * Math.min(countOf(lines, pattern), most), 0);
  const kinds = listSigns.filter(([pattern, fewest]) => countOf(lines, pattern) >= fewest).length;
  return worth + kinds >= enough;
}

/** The head of a table has columns, too. */
function hasTable(text: string): boolean {
  return [...text.matchAll(tableRule)].some(({ index }) =>
    text.slice(text.lastIndexOf('\n', index - 1) + 1, index).includes('|'),
  );
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
