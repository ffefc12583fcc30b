import type { Span } from '../document/find/query.ts';
import type { FindingPlace } from '../model/finding.ts';
import { excerptOf } from './excerpt.ts';
import type { Passage } from './passages.ts';
import type { SearchField } from './search-field.ts';
import type { SearchHit } from './search-hit.ts';
import type { WordMatcher } from './word-matcher.ts';

/** A word to mark; in one field only, or in all. */
export interface MarkedWord {
  readonly matcher: WordMatcher;
  readonly field: SearchField | null;
}

interface Found {
  readonly passage: Passage;
  readonly spans: readonly Span[];
  /** How many of the words stand in it. */
  readonly words: number;
}

/**
 * Where the words stand: the passage with most of them, the first of equals. Null where no passage has any.
 * @param headlineIsShown whether the headline stands beside the hit anyway, so that another passage is the better excerpt
 */
export function findHit(
  passages: readonly Passage[],
  words: readonly MarkedWord[],
  headlineIsShown = true,
): Omit<SearchHit, 'earlier'> | null {
  const found = passages.map((passage) => findIn(passage, words)).filter(({ words }) => words > 0);
  const best = bestOf(found.filter(({ passage }) => !headlineIsShown || passage.field !== 'headline'));
  const headline = found.find(({ passage: { place } }) => place.kind === 'metadata' && place.field === 'headline');
  const shown = best ?? bestOf(found);
  const first = shown?.spans[0];
  if (!shown || !first) return null;
  const isExcerpt = !headlineIsShown || shown !== headline;
  return {
    headline: [...(headline?.spans ?? [])],
    excerpt: isExcerpt ? { field: shown.passage.field, ...excerptFields(shown) } : null,
    place: placeOf(shown.passage, first),
    words: isOnSheet(shown.passage) ? shown.passage.text.slice(first.start, first.end) : null,
  };
}

function findIn(passage: Passage, words: readonly MarkedWord[]): Found {
  const spans = words
    .filter(({ field }) => field === null || field === passage.field)
    .map(({ matcher }) => matcher(passage.text))
    .filter(({ length }) => length > 0);
  return { passage, spans: apart(spans.flat()), words: spans.length };
}

/** In order, what overlaps as one. */
function apart(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && span.start < last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else joined.push(span);
  }
  return joined;
}

function bestOf(found: readonly Found[]): Found | undefined {
  return found.reduce<Found | undefined>((best, one) => (best && best.words >= one.words ? best : one), undefined);
}

function excerptFields({ passage, spans }: Found): { text: string; marks: Span[] } {
  const { text, marks } = excerptOf(passage.text, spans);
  return { text, marks: [...marks] };
}

function placeOf({ place, from }: Passage, span: Span): FindingPlace {
  if (place.kind === 'metadata') return { ...place };
  if (place.kind === 'beside') return { kind: 'block', block: place.block };
  return { kind: 'block', block: place.block, start: from + span.start, end: from + span.end };
}

/** What the find bar reaches: headlines, the words of blocks, credits. */
function isOnSheet({ field, place }: Passage): boolean {
  return field === 'headline' || field === 'credits' || place.kind === 'block';
}
