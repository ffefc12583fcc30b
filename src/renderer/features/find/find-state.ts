import { create } from 'zustand';
import { noMatches, type MatchList, type MatchPlace } from '#shared/document/find/match-list.ts';
import type { FindQuery } from '#shared/document/find/query.ts';

export type FindMode = 'closed' | 'find' | 'replace';

/**
 * How the last search or replacement went. `changed`: somebody wrote on the sheet meanwhile, so nothing was replaced;
 * `replaced` says how many were, and how many may not be.
 */
export type FindStatus =
  | { readonly kind: 'ready' | 'invalid' | 'slow' | 'changed' }
  | { readonly kind: 'replaced'; readonly count: number; readonly skipped: number };

export interface FindState {
  readonly mode: FindMode;
  readonly query: FindQuery;
  readonly replacement: string;
  readonly status: FindStatus;
  readonly matches: MatchList;
  /** Which match the bar is at; null when there is none. */
  readonly current: number | null;
  /** Counts the openings, so that the field takes the focus each time; 0 for one that leaves it where it is. */
  readonly openings: number;
}

export const useFind = create<FindState>(() => ({
  mode: 'closed',
  query: { text: '', matchCase: false, matchWidth: false, regularExpression: false, wholeWord: false },
  replacement: '',
  status: { kind: 'ready' },
  matches: noMatches,
  current: null,
  openings: 0,
}));

/** From where on the next match is looked for. */
export interface FindOrigin {
  readonly place: MatchPlace;
  readonly offset: number;
}
