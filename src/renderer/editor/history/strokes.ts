/** One change as typing sees it. */
export interface Stroke {
  /** `other` is anything that is no plain typing at the caret: it never joins what was before. */
  readonly kind: 'insert' | 'delete' | 'field' | 'other';
  /** The block or the field in which it happened. */
  readonly place: string;
  /** Where the caret stood before and after, so that typing elsewhere in a block begins anew; empty where none is known. */
  readonly from: string;
  readonly to: string;
  /** How many characters came or went. */
  readonly size: number;
  /** What was inserted, as far as it is known. */
  readonly text: string;
  /** Milliseconds: a composition begins with its first letter. */
  readonly beganAt: number;
  readonly endedAt: number;
}

/** A pause of this length (ms) ends a step. */
const pause = 800;
/** A step holds a phrase: after so many characters the next word begins a new one, and none is longer than the second. */
const phrase = 30;
const longestPhrase = 60;

const endsSentence = /[。！？；…!?;\n]["”’』」）)】》]*$/u;
const goesWithEnd = /^["”’』」）)】》。！？；…!?;]+$/u;
const insideWord = /^[\p{Script=Latin}\p{N}]/u;

/** Whether a change goes on with the step that `last` was the newest change of; `size` is what that step holds so far. */
export function continuesStep(last: Stroke, size: number, next: Stroke): boolean {
  if (next.kind === 'other' || next.kind !== last.kind || next.place !== last.place) return false;
  if (next.beganAt - last.endedAt >= pause || next.from !== last.to) return false;
  if (next.kind === 'insert') {
    if (endsSentence.test(last.text)) return goesWithEnd.test(next.text);
    if (size + next.size > phrase) return size + next.size <= longestPhrase && insideWord.test(next.text);
  }
  return size < longestPhrase;
}

/** The newest change of a step that went on: it ends with the words of both. */
export function followed(last: Stroke, next: Stroke): Stroke {
  return next.kind === 'insert' ? { ...next, text: (last.text + next.text).slice(-phrase) } : next;
}
