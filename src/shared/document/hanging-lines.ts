import { gapBetween, widthOf } from './broken-lines.ts';
import { attachmentNumber, attachmentsBegin } from './line-shapes.ts';

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
    const sign = signOf(line, edge !== undefined);
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

/** What stands before the first name of a list of attachments, or before another one. */
function signOf(line: string, isInList: boolean): string | undefined {
  const begin = attachmentsBegin.exec(line)?.[0] ?? '';
  if (begin === '' && !isInList) return undefined;
  const number = attachmentNumber.exec(line.slice(begin.length));
  return number && (begin === '' || number[1] === '1') ? begin + number[0] : undefined;
}

function hangs(line: string, edge: number): boolean {
  const indent = widthOf(/^\s*/u.exec(line)?.[0] ?? '', 'all');
  return line.trim() !== '' && indent >= 2 && Math.abs(indent - edge) <= nearest;
}
