import { canonicalJson, stripComments } from '../canonical.ts';
import type { Document } from '../schema.ts';
import { blockText, inlineText } from '../walk.ts';
import { alignItems, type Item, type Pair } from './align.ts';
import { itemOf } from './content-diff.ts';
import { likeness, textPrint } from './likeness.ts';
import { diffTexts } from './words.ts';

/** UTF-16 offsets in a block's `blockText`; the end is not part of it. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/** A version in which a sentence became what it is in the next newer one. */
export interface SentenceChange {
  /** Place of the newer of the two documents among those given. */
  readonly document: number;
  /** Empty where the sentence came. */
  readonly before: string;
  readonly after: string;
}

/** A block that moved and changed at once is known again when at least so much of it stayed. */
const leastKinship = 0.5;

const sentenceEnd = /[。！？!?；;\n]/u;

/** The sentences that a selection touches, whole. */
export function sentenceAround(text: string, { start, end }: TextSpan): TextSpan {
  let from = start;
  while (from > 0 && !sentenceEnd.test(text[from - 1] ?? '')) from -= 1;
  // A selection that ends with a sentence does not touch the next one.
  let to = end > start ? end - 1 : end;
  while (to < text.length && !sentenceEnd.test(text[to] ?? '')) to += 1;
  while (to < text.length && /[。！？!?；;”’」』）]/u.test(text[to] ?? '')) to += 1;
  return { start: from, end: to };
}

/**
 * When a stretch of a block became what it is, newest first: followed back from version to version through words that were
 * changed around it and blocks that moved, until it was not there.
 * @param documents newest first
 */
export function traceSentence(
  documents: readonly Document[],
  block: number,
  span: TextSpan,
): readonly SentenceChange[] {
  const changes: SentenceChange[] = [];
  let at = block;
  let { start, end } = span;
  for (let number = 0; number < documents.length; number += 1) {
    const now = documents[number];
    const old = documents[number + 1];
    const newer = now?.children[at];
    if (!now || !newer) break;
    const after = blockText(newer).slice(start, end);
    const from = old ? earlierPlace(old, now, at) : null;
    const older = from === null ? undefined : old?.children[from];
    if (from === null || !older) {
      changes.push({ document: number, before: '', after });
      break;
    }
    const was = earlierSpan(blockText(older), blockText(newer), { start, end });
    const before = blockText(older).slice(was.start, was.end);
    if (before !== after) changes.push({ document: number, before, after });
    if (before === '') break;
    ({ start, end } = was);
    at = from;
  }
  return changes;
}

/** Where the block stood in the document before; null where it was not there. */
function earlierPlace(old: Document, now: Document, at: number): number | null {
  const key = canonicalJson(now.children[at]);
  // Most versions change other blocks.
  if (canonicalJson(old.children[at]) === key) return at;
  const [left, right] = [old, now].map((document) => stripComments(document).children.map(itemOf));
  if (!left || !right) return null;
  const pairs = alignItems(left, right);
  const stayed = pairs.find(({ after }) => after === at)?.before ?? null;
  return stayed ?? movedFrom(right[at], left, pairs);
}

/** Of the blocks that left their places the one that reads most like this one; null for none that is its kin. */
function movedFrom(item: Item | undefined, old: readonly Item[], pairs: readonly Pair[]): number | null {
  if (!item) return null;
  const print = textPrint(item.text);
  let best: number | null = null;
  let most = leastKinship;
  for (const { before, after } of pairs) {
    const other = before === null || after !== null ? undefined : old[before];
    const like = other?.kind === item.kind ? likeness(print, textPrint(other.text)) : 0;
    if (like >= most) [best, most] = [before, like];
  }
  return best;
}

/** The stretch of the text before that became this stretch of the text after. */
function earlierSpan(before: string, after: string, { start, end }: TextSpan): TextSpan {
  let old = 0;
  let now = 0;
  let from: number | null = null;
  let to = 0;
  for (const piece of diffTexts(before, after)) {
    const [was, is] = [inlineText(piece.before).length, inlineText(piece.after).length];
    const touches = is === 0 ? now > start && now < end : now < end && now + is > start;
    if (touches) {
      const stays = piece.change === 'none';
      from ??= stays ? old + Math.max(0, start - now) : old;
      to = stays ? old + Math.min(is, end - now) : old + was;
    }
    old += was;
    now += is;
  }
  return { start: from ?? 0, end: to };
}
