import { Converter as ToTraditional } from 'opencc-js/cn2t';
import { Converter as ToSimplified } from 'opencc-js/t2cn';
import type { TextEdit } from '#shared/document/text-edit.ts';
import type { ScriptConverter } from '#shared/house-style/repairs/find-repairs.ts';

// `t` → `cn`, not `twp`: that one rewrites words (执行 → 运行).
const toSimplified = ToSimplified({ from: 't', to: 'cn' });
const toTraditional = ToTraditional({ from: 'cn', to: 't' });

/** Whether a text was written in Traditional characters: more of it would change on the way to Simplified than back. */
function isTraditional(text: string): boolean {
  return countDifferent(text, toSimplified(text)) > countDifferent(text, toTraditional(text));
}

/** The edits that make a text Simplified, one for each run of characters that differ. */
function simplifyEdits(text: string): readonly TextEdit[] {
  const simplified = toSimplified(text);
  if (simplified === text) return [];
  const from = Array.from(text);
  const to = Array.from(simplified);
  // A phrase that became shorter or longer: no way to tell which character became which.
  if (from.length !== to.length) return [{ start: 0, end: text.length, text: simplified }];
  const edits: { start: number; end: number; text: string }[] = [];
  let at = 0;
  from.forEach((character, index) => {
    const replacement = to[index] ?? '';
    const start = at;
    at += character.length;
    if (character === replacement) return;
    const last = edits.at(-1);
    if (last?.end === start) {
      last.end = at;
      last.text += replacement;
    } else {
      edits.push({ start, end: at, text: replacement });
    }
  });
  return edits;
}

function countDifferent(text: string, converted: string): number {
  const other = Array.from(converted);
  return Array.from(text).filter((character, index) => character !== other[index]).length;
}

/** Traditional and Simplified by OpenCC's dictionaries, which the window does not carry. */
export const scriptConverter: ScriptConverter = { isTraditional, simplifyEdits };
