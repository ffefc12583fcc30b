import { diffSequences, type Span } from '../sequence-diff.ts';
import { likeness, textPrint, type TextPrint } from './likeness.ts';

/** What is compared with others of its like: a block, an item of a list, a row or cell of a table. */
export interface Item {
  /** Equal items have equal keys, and only they. */
  readonly key: string;
  /** Items of different kinds are never held to be one that changed. */
  readonly kind: string;
  readonly text: string;
  /** What tells it from others whatever its words: the pictures of a figure. Empty for none. */
  readonly mark?: string;
}

/** An item before and what became of it, by their places. Null on one side: it came or went. */
export interface Pair {
  readonly before: number | null;
  readonly after: number | null;
  readonly isEqual: boolean;
}

/** Two items less alike than this are two, not one that changed. */
const leastLikeness = 0.3;
/** An empty item and one with words may be one that was filled or emptied, if nothing fits better. */
const emptyLikeness = 0.31;
/** Longer stretches of changed items are compared in pieces of this size: time stays in proportion to length. */
const pieceSize = 100;

/**
 * Goes through two sequences side by side: equal items first, then those that are alike, in order. Each item of either
 * side is in exactly one pair, both sides in their order; of a stretch what went comes before what came.
 */
export function alignItems(before: readonly Item[], after: readonly Item[]): readonly Pair[] {
  const spans = diffSequences(
    before.map((item) => item.key),
    after.map((item) => item.key),
  );
  const pairs: Pair[] = [];
  let at = 0;
  let from = 0;
  for (const span of spans) {
    for (; at < span.at; at += 1, from += 1) pairs.push({ before: at, after: from, isEqual: true });
    for (const piece of piecesOf(span)) pairs.push(...pairAlike(before, after, piece));
    at = span.at + span.removed;
    from = span.from + span.inserted;
  }
  for (; at < before.length; at += 1, from += 1) pairs.push({ before: at, after: from, isEqual: true });
  return pairs;
}

function piecesOf(span: Span): readonly Span[] {
  const count = Math.ceil(Math.max(span.removed, span.inserted) / pieceSize);
  const cut = (length: number, piece: number): number => Math.floor((length * piece) / count);
  return Array.from({ length: count }, (_unused, piece) => ({
    at: span.at + cut(span.removed, piece),
    removed: cut(span.removed, piece + 1) - cut(span.removed, piece),
    from: span.from + cut(span.inserted, piece),
    inserted: cut(span.inserted, piece + 1) - cut(span.inserted, piece),
  }));
}

/** Of all ways to pair items in order, one with the most likeness. */
function pairAlike(before: readonly Item[], after: readonly Item[], span: Span): readonly Pair[] {
  const left = printsOf(before, span.at, span.removed);
  const right = printsOf(after, span.from, span.inserted);
  const width = right.length + 1;
  const likes = new Float64Array(left.length * width);
  const sums = new Float64Array((left.length + 1) * width);
  const sumAt = (row: number, column: number): number => sums[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      const like = likenessOf(left[row], right[column]);
      likes[row * width + column] = like;
      const paired = like < leastLikeness ? 0 : like + sumAt(row + 1, column + 1);
      sums[row * width + column] = Math.max(paired, sumAt(row + 1, column), sumAt(row, column + 1));
    }
  }
  const pairs: Pair[] = [];
  const went: number[] = [];
  const came: number[] = [];
  const settle = (): void => {
    pairs.push(...went.map((at) => ({ before: at, after: null, isEqual: false })));
    pairs.push(...came.map((at) => ({ before: null, after: at, isEqual: false })));
    went.length = 0;
    came.length = 0;
  };
  let row = 0;
  let column = 0;
  while (row < left.length || column < right.length) {
    const like = likes[row * width + column] ?? 0;
    const isPaired =
      row < left.length &&
      column < right.length &&
      like >= leastLikeness &&
      sumAt(row, column) === like + sumAt(row + 1, column + 1);
    if (isPaired) {
      settle();
      pairs.push({ before: span.at + row, after: span.from + column, isEqual: false });
      row += 1;
      column += 1;
    } else if (row < left.length && (column >= right.length || sumAt(row, column) === sumAt(row + 1, column))) {
      went.push(span.at + row);
      row += 1;
    } else {
      came.push(span.from + column);
      column += 1;
    }
  }
  settle();
  return pairs;
}

interface Print {
  readonly item: Item;
  readonly print: TextPrint;
}

function printsOf(items: readonly Item[], start: number, count: number): readonly Print[] {
  return items.slice(start, start + count).map((item) => ({ item, print: textPrint(item.text) }));
}

function likenessOf(a: Print | undefined, b: Print | undefined): number {
  if (!a || !b || a.item.kind !== b.item.kind) return 0;
  if (a.item.mark && a.item.mark === b.item.mark) return 1;
  if (a.item.text === '' || b.item.text === '') return emptyLikeness;
  return likeness(a.print, b.print, leastLikeness);
}
