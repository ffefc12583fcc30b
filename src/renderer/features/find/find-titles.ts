import { matchAt, matchCount, type MatchList } from '#shared/document/find/match-list.ts';
import { fieldElement, rangeIn } from './find-places.ts';

const names = { match: 'gaoqian-find-title', current: 'gaoqian-find-title-current' } as const;

/** Highlights the matches in headline and subheadline. */
export function showTitleMatches(matches: MatchList, current: number | null): void {
  clearTitleMatches();
  const ranges: Record<keyof typeof names, Range[]> = { match: [], current: [] };
  for (let index = 0; index < matchCount(matches); index += 1) {
    const match = matchAt(matches, index);
    if (match?.place.kind !== 'metadata') break;
    const element = fieldElement(match.place.field);
    const kind = index === current ? 'current' : 'match';
    if (element) ranges[kind].push(rangeIn(element, match.start, match.end));
  }
  for (const kind of ['match', 'current'] as const) {
    if (ranges[kind].length > 0) CSS.highlights.set(names[kind], new Highlight(...ranges[kind]));
  }
}

export function clearTitleMatches(): void {
  for (const name of Object.values(names)) CSS.highlights.delete(name);
}
