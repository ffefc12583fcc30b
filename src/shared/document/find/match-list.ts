import type { Span } from './query.ts';

/** Where a match stands: a field above the text, the words of a block (offsets in `blockText`), or the credit of a figure. */
export type MatchPlace =
  | { readonly kind: 'metadata'; readonly field: FindField }
  | { readonly kind: 'block'; readonly block: number }
  | { readonly kind: 'credit'; readonly block: number };
export type FindMatch = Span & { readonly place: MatchPlace };

/** The fields of the metadata that stand on the sheet, in reading order. */
export const findFields = ['headline', 'subheadline'] as const;
export type FindField = (typeof findFields)[number];

/**
 * Matches in reading order, packed: a common character in a long draft has tens of thousands, and they cross from a
 * worker to the window without a copy. Four numbers each: kind, block or field, start, end.
 */
export type MatchList = Int32Array;

const width = 4;
const kinds = ['metadata', 'block', 'credit'] as const;

export const noMatches: MatchList = new Int32Array();

export function packMatches(matches: readonly FindMatch[]): MatchList {
  const list = new Int32Array(matches.length * width);
  matches.forEach(({ place, start, end }, index) => {
    const at = place.kind === 'metadata' ? findFields.indexOf(place.field) : place.block;
    list.set([kinds.indexOf(place.kind), at, start, end], index * width);
  });
  return list;
}

export function matchCount(list: MatchList): number {
  return list.length / width;
}

export function matchAt(list: MatchList, index: number): FindMatch | undefined {
  const [kind, at, start, end] = list.subarray(index * width, (index + 1) * width);
  if (kind === undefined || at === undefined || start === undefined || end === undefined) return undefined;
  return { place: placeOf(kind, at), start, end };
}

function placeOf(kind: number, at: number): MatchPlace {
  const name = kinds[kind] ?? 'block';
  return name === 'metadata' ? { kind: name, field: findFields[at] ?? 'headline' } : { kind: name, block: at };
}

/** The first match at or after a place in reading order; the count of all when none is. */
export function firstFrom(list: MatchList, place: MatchPlace, offset: number): number {
  const wanted = orderOf(place, offset);
  let [low, high] = [0, matchCount(list)];
  while (low < high) {
    const middle = (low + high) >> 1;
    const match = matchAt(list, middle);
    if (match && compare(orderOf(match.place, match.start), wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Fields come before all blocks, a figure's credit after its caption. */
function orderOf(place: MatchPlace, offset: number): readonly number[] {
  if (place.kind === 'metadata') return [-1, findFields.indexOf(place.field), offset];
  return [place.block, place.kind === 'credit' ? 1 : 0, offset];
}

function compare(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
