import { gapBetween, widthOf } from './broken-lines.ts';

/** The first name of 附件说明 (GB/T 9704—2012, 7.3.4), up to where the name begins, and the next ones. */
const first = /^\s*附件[:：]\s*1[.．、]\s*/u;
const next = /^\s*\d{1,2}[.．、]\s*/u;
/** How far from where the name above begins a line may, as people count blanks by eye. */
const nearest = 1.5;

/** Makes names of attachments whole that go on in a line set in below them; answers how many lines went. */
export function joinHangingNames(lines: readonly string[]): {
  readonly lines: readonly string[];
  readonly joined: number;
} {
  const whole: string[] = [];
  let edge: number | undefined;
  for (const line of lines) {
    const sign = (first.exec(line) ?? (edge === undefined ? null : next.exec(line)))?.[0];
    const above = whole.at(-1);
    if (sign === undefined && edge !== undefined && above !== undefined && hangs(line, edge)) {
      whole[whole.length - 1] = above.trimEnd() + gapBetween(above, line) + line.trimStart();
      continue;
    }
    edge = sign === undefined ? undefined : widthOf(sign, 'all');
    whole.push(line);
  }
  return { lines: whole, joined: lines.length - whole.length };
}

function hangs(line: string, edge: number): boolean {
  const indent = widthOf(/^\s*/u.exec(line)?.[0] ?? '', 'all');
  return line.trim() !== '' && indent >= 2 && Math.abs(indent - edge) <= nearest;
}
