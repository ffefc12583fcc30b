import { partBegin, sentenceEnd } from './line-shapes.ts';

/** Widths of lines that programs break texts at, in Chinese characters. */
const narrowest = 20;
const widest = 60;
/** How far from the edge a full line may end: signs that may not begin a line are taken over, letters are narrow. */
const ragged = 2.5;
/** Shorter lines are headings, addresses, names: they say nothing of where lines are broken. */
const short = 0.6;
const fewestFull = 2;
const fullShare = 0.75;
/** What stands before a caption or an item: no line goes on with it. */
const sign = /^[▲△▼•·●○■◆▪►—–*-]/u;

/**
 * Which lines end where a program broke them, at the edge of its page (PDF, e-mail), and not where their paragraph does.
 * Told by their widths: nearly all lines that end no sentence reach the same edge, and what they begin ends as a sentence.
 */
export function brokenLines(lines: readonly string[]): readonly boolean[] {
  const none = lines.map(() => false);
  const edge = Math.max(0, ...lines.map((line) => widthOf(line)));
  if (edge < narrowest || edge > widest) return none;
  const open = lines.map((line, at) => isOpen(line, lines[at + 1] ?? ''));
  const full = lines.map((line, at) => open[at] === true && isFull(line, lines[at + 1] ?? '', edge));
  const long = lines.filter((line, at) => open[at] && widthOf(line) >= edge * short).length;
  const count = full.filter(Boolean).length;
  if (count < fewestFull || count < long * fullShare) return none;
  const broken = [...none];
  for (let at = 0; at < lines.length; at += 1) {
    let end = at;
    while (full[end]) end += 1;
    if (isEnded(lines[end] ?? '')) broken.fill(true, at, end);
    at = end;
  }
  return broken;
}

/** The lines as they were before they were broken, and how many ends went. */
export function joinBrokenLines(lines: readonly string[]): {
  readonly lines: readonly string[];
  readonly joined: number;
} {
  const broken = brokenLines(lines);
  const whole: string[] = [];
  lines.forEach((line, at) => {
    const before = whole.at(-1);
    if (at > 0 && broken[at - 1] && before !== undefined) {
      whole[whole.length - 1] = before.trimEnd() + gapBetween(before, line) + line.trimStart();
    } else {
      whole.push(line);
    }
  });
  return { lines: whole, joined: broken.filter(Boolean).length };
}

/** What stands between two halves of a line: nothing in Chinese, a blank between words of letters. */
export function gapBetween(before: string, after: string): '' | ' ' {
  return /[A-Za-z,.;:)]\s*$/u.test(before) && /^\s*[A-Za-z(]/u.test(after) ? ' ' : '';
}

function isOpen(line: string, next: string): boolean {
  const words = line.trimEnd();
  if (words === '' || next.trim() === '' || (line + next).includes('\t')) return false;
  if (isEnded(words)) return false;
  return !/^(?:\u3000|\u00a0| {2})/u.test(next) && !partBegin.test(next.trimStart()) && !sign.test(next.trimStart());
}

/** A sentence, or what introduces one, ends with the line. */
function isEnded(line: string): boolean {
  const words = line.trimEnd();
  return sentenceEnd.test(words) || /[：:]$/u.test(words);
}

/** A word of letters or figures that had no room stands on the next line. */
function isFull(line: string, next: string, edge: number): boolean {
  const word = /^[A-Za-z0-9.%,-]+/u.exec(next.trimStart())?.[0] ?? '';
  return widthOf(line) + widthOf(word) >= edge - ragged;
}

/** In Chinese characters: letters and figures are half as wide. Blanks at the end count where `all` is asked for. */
export function widthOf(line: string, which: 'all' | 'words' = 'words'): number {
  let width = 0;
  for (const character of which === 'all' ? line : line.trimEnd()) width += character < '\u0100' ? 0.5 : 1;
  return width;
}
