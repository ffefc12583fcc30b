import type { FindMatch, MatchList } from '#shared/document/find/match-list.ts';
import type { FindQuery } from '#shared/document/find/query.ts';
import type { Replaced } from '#shared/document/find/replace-in-content.ts';
import type { DraftContent } from '#shared/model/draft.ts';

export interface FindRequest {
  readonly query: FindQuery;
  /** Left out when it is that of the request before. */
  readonly content?: DraftContent;
  /** Replace every match, or `only` this one; without it matches are looked for. */
  readonly replace?: { readonly replacement: string; readonly only?: FindMatch };
}

/** `began` comes first, so that the time for an answer does not count how long a worker takes to start. */
export type FindAnswer =
  | { readonly kind: 'began' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'found'; readonly matches: MatchList }
  | { readonly kind: 'replaced'; readonly replaced: Replaced };
