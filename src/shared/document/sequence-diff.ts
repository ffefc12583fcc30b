/** `removed` items from `at` of the sequence before stand where `inserted` items from `from` of the one after stand. */
export interface Span {
  readonly at: number;
  readonly removed: number;
  readonly from: number;
  readonly inserted: number;
}

/** Up to this many pairs are compared one with another; beyond it only items that are unique on both sides are matched. */
const tableLimit = 40_000;

/**
 * What differs between two sequences of tokens, in order: equal starts and ends are left alone, then items that occur
 * once on each side are held fast (patience diff), and short stretches between them are compared exactly. Takes
 * n log n time for any length; the answer is right for all and shortest for short ones.
 */
export function diffSequences(before: readonly string[], after: readonly string[]): readonly Span[] {
  return joined(diffWithin(before, after, { at: 0, removed: before.length, from: 0, inserted: after.length }));
}

/** The pairs of places [before, after] that spans leave alone. */
export function* keptPairs(length: number, spans: readonly Span[]): Generator<readonly [number, number]> {
  let at = 0;
  let shift = 0;
  for (const span of spans) {
    for (; at < span.at; at += 1) yield [at, at + shift];
    at = span.at + span.removed;
    shift = span.from + span.inserted - at;
  }
  for (; at < length; at += 1) yield [at, at + shift];
}

function diffWithin(before: readonly string[], after: readonly string[], whole: Span): readonly Span[] {
  const span = trimmed(before, after, whole);
  if (span.removed === 0 && span.inserted === 0) return [];
  if (span.removed === 0 || span.inserted === 0) return [span];
  const isShort = span.removed * span.inserted <= tableLimit;
  const anchors = isShort ? commonByTable(before, after, span) : commonUnique(before, after, span);
  if (anchors.length === 0) return [span];
  const gaps = gapsBetween(anchors, span);
  return isShort ? gaps : gaps.flatMap((gap) => diffWithin(before, after, gap));
}

function trimmed(before: readonly string[], after: readonly string[], span: Span): Span {
  let { at, removed, from, inserted } = span;
  while (removed > 0 && inserted > 0 && before[at] === after[from]) {
    at += 1;
    from += 1;
    removed -= 1;
    inserted -= 1;
  }
  while (removed > 0 && inserted > 0 && before[at + removed - 1] === after[from + inserted - 1]) {
    removed -= 1;
    inserted -= 1;
  }
  return { at, removed, from, inserted };
}

/** What lies between pairs of places that are held fast. */
function gapsBetween(anchors: readonly (readonly [number, number])[], span: Span): Span[] {
  const gaps: Span[] = [];
  let { at, from } = span;
  for (const [left, right] of [...anchors, [span.at + span.removed, span.from + span.inserted] as const]) {
    if (left > at || right > from) gaps.push({ at, removed: left - at, from, inserted: right - from });
    at = left + 1;
    from = right + 1;
  }
  return gaps;
}

/** A longest common subsequence, as pairs of places. */
function commonByTable(before: readonly string[], after: readonly string[], span: Span): (readonly [number, number])[] {
  const width = span.inserted + 1;
  const lengths = new Uint16Array((span.removed + 1) * width);
  const lengthAt = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = span.removed - 1; row >= 0; row -= 1) {
    for (let column = span.inserted - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        before[span.at + row] === after[span.from + column]
          ? lengthAt(row + 1, column + 1) + 1
          : Math.max(lengthAt(row + 1, column), lengthAt(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let row = 0;
  let column = 0;
  while (row < span.removed && column < span.inserted) {
    if (before[span.at + row] === after[span.from + column]) {
      pairs.push([span.at + row, span.from + column]);
      row += 1;
      column += 1;
    } else if (lengthAt(row + 1, column) >= lengthAt(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** The items that stand once on each side, as many of them as keep their order. */
function commonUnique(before: readonly string[], after: readonly string[], span: Span): (readonly [number, number])[] {
  const left = uniquePlaces(before, span.at, span.removed);
  const right = uniquePlaces(after, span.from, span.inserted);
  const pairs: (readonly [number, number])[] = [];
  for (const [item, at] of left) {
    const from = right.get(item);
    if (at !== null && from !== undefined && from !== null) pairs.push([at, from]);
  }
  return longestRising(pairs);
}

function uniquePlaces(items: readonly string[], start: number, count: number): Map<string, number | null> {
  const places = new Map<string, number | null>();
  for (let index = start; index < start + count; index += 1) {
    const item = items[index] ?? '';
    places.set(item, places.has(item) ? null : index);
  }
  return places;
}

/** Of pairs that rise on the left, the most that rise on the right too (patience sorting). */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const ends: number[] = [];
  const previous: number[] = [];
  const rightOf = (pair: number | undefined): number => pairs[pair ?? -1]?.[1] ?? -1;
  for (let pair = 0; pair < pairs.length; pair += 1) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rightOf(ends[middle]) < rightOf(pair)) low = middle + 1;
      else high = middle;
    }
    previous[pair] = ends[low - 1] ?? -1;
    ends[low] = pair;
  }
  const chain: (readonly [number, number])[] = [];
  for (let pair = ends.at(-1) ?? -1; pair >= 0; pair = previous[pair] ?? -1) {
    const found = pairs[pair];
    if (found) chain.unshift(found);
  }
  return chain;
}

function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last && last.at + last.removed === span.at && last.from + last.inserted === span.from) {
      result[result.length - 1] = {
        ...last,
        removed: last.removed + span.removed,
        inserted: last.inserted + span.inserted,
      };
    } else result.push(span);
  }
  return result;
}
