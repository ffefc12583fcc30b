import type { TextEdit } from '../document/text-edit.ts';
import { protectedUnits } from './protected-spans.ts';

/** Half-width pause and stop marks and the full-width ones of GB/T 15834—2011. */
const marks: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '!': '！', '?': '？', '.': '。' };

const han = /\p{Script=Han}/u;
/** What counts as Chinese beside a mark: Han, and signs that stand in Chinese text only. */
const chinese = /[\p{Script=Han}，。：；！？、（）“”‘’《》〈〉【】「」『』…—]/u;

/** What a sentence may end with, and what may close behind its stop. */
const sentenceEnd = /[\p{Script=Han}”’）》〉】」』]/u;
const closing = /[”’）》〉】」』]/u;
/** `一.`, `（二）.`, `第三.`: a stop behind a number is no end of a sentence, and which sign belongs there is not known. */
const numbering = /^\s*[（(]?第?[零一二三四五六七八九十百]+[）)]?$/u;

/**
 * The edits that give Chinese text its full-width punctuation back: marks beside Han, quotes in pairs, brackets and
 * angle marks with Han inside, and the stop at the end of a sentence. Never between digits or Latin, never in times, phones
 * and addresses.
 * The edits are in order and do not overlap.
 */
export function punctuationEdits(text: string): readonly TextEdit[] {
  if (!han.test(text)) return [];
  const guarded = protectedUnits(text);
  const edits = [
    ...pairEdits(text, guarded, '"', '“', '”'),
    ...pairEdits(text, guarded, "'", '‘', '’'),
    ...bracketEdits(text, guarded, /\(([^()\n]*)\)/gu, '（', '）'),
    ...bracketEdits(text, guarded, /<<([^<>\n]{1,80})>>/gu, '《', '》'),
    ...bracketEdits(text, guarded, /(?<![<\w])<([^<>\n]{1,80})>(?![>\w])/gu, '《', '》'),
  ].sort((a, b) => a.start - b.start);
  return [...edits, ...markEdits(text, guarded, edits)].sort((a, b) => a.start - b.start);
}

/** Straight quotes of one kind, taken two by two; a pair changes when Han stands in it or at its sides. */
function pairEdits(text: string, guarded: readonly boolean[], quote: string, open: string, close: string): TextEdit[] {
  const places = [...text.matchAll(new RegExp(quote, 'g'))].map((match) => match.index);
  const free = places.filter((at) => !guarded[at] && !(isAlphanumeric(text[at - 1]) && isAlphanumeric(text[at + 1])));
  const edits: TextEdit[] = [];
  for (let pair = 0; pair + 1 < free.length; pair += 2) {
    const [start = 0, end = 0] = free.slice(pair, pair + 2);
    const around = text.slice(Math.max(0, start - 1), end + 2);
    if (han.test(around)) edits.push(replaceUnit(start, open), replaceUnit(end, close));
  }
  return edits;
}

function bracketEdits(
  text: string,
  guarded: readonly boolean[],
  pattern: RegExp,
  open: string,
  close: string,
): TextEdit[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const inside = match[1] ?? '';
    if (!han.test(inside) || guarded[match.index]) return [];
    const width = (match[0].length - inside.length) / 2;
    const end = match.index + match[0].length;
    return [
      { start: match.index, end: match.index + width, text: open },
      { start: end - width, end, text: close },
    ];
  });
}

function markEdits(text: string, guarded: readonly boolean[], others: readonly TextEdit[]): TextEdit[] {
  const replaced = new Map(others.map((edit) => [edit.start, edit.text]));
  const edits: TextEdit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = marks[text[at] ?? ''];
    if (!mark || guarded[at]) continue;
    const before = replaced.get(at - 1) ?? text[at - 1] ?? '';
    const rest = text.slice(at + 1);
    const spaces = /^ +(?=\p{Script=Han})/u.exec(rest)?.[0].length ?? 0;
    const next = at + 1 + spaces;
    const after = replaced.get(next) ?? text[next] ?? '';
    if (!chinese.test(before) && !chinese.test(after)) continue;
    if (isAlphanumeric(before) && isAlphanumeric(after)) continue;
    if (mark === '。' && !(isSentence(text.slice(0, at), before) && isEndAt(rest, after, spaces))) continue;
    edits.push({ start: at, end: next, text: mark });
    replaced.set(at, mark);
  }
  return edits;
}

function isSentence(words: string, last: string): boolean {
  return sentenceEnd.test(last) && !numbering.test(words);
}

/** At the end of the text, before what closes, or before a space and Chinese: `乔治.布什` is a name. */
function isEndAt(rest: string, next: string, spaces: number): boolean {
  return rest.trim() === '' || closing.test(next) || spaces > 0;
}

function replaceUnit(at: number, text: string): TextEdit {
  return { start: at, end: at + 1, text };
}

function isAlphanumeric(character: string | undefined): boolean {
  return character !== undefined && /^[0-9A-Za-z]$/.test(character);
}
