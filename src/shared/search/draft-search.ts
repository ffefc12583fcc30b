import type { DraftState } from '../model/draft.ts';
import type { SearchField } from './search-field.ts';

/** Words that must stand in a draft (or, excluded, must not), next to each other. */
export interface SearchedWord {
  readonly text: string;
  /** Null for anywhere. */
  readonly field: SearchField | null;
  readonly excluded: boolean;
  /** Columns whose name has these words: their drafts count as found. */
  readonly columnIds: readonly string[];
}

/** A fact that the list knows of each draft without reading it. */
export type DraftCondition = { readonly excluded: boolean } & (
  | { readonly kind: 'state'; readonly states: readonly DraftState[] }
  | { readonly kind: 'column'; readonly columnIds: readonly string[] }
  | { readonly kind: 'number'; readonly ranges: readonly { readonly from: number; readonly to: number }[] }
  | { readonly kind: 'picture' | 'toConfirm' }
  /** Moments: `from` belongs to the range, `before` does not. `date` is when a draft is planned for, else when it last changed. */
  | {
      readonly kind: 'date' | 'changed' | 'planned';
      readonly ranges: readonly MomentRange[];
    }
);

export interface MomentRange {
  readonly from: string;
  readonly before: string;
}

/** What a search asks for: all of it must hold. */
export interface DraftSearch {
  readonly words: readonly SearchedWord[];
  readonly conditions: readonly DraftCondition[];
}

/** Asks for nothing: every draft. */
export const noSearch: DraftSearch = { words: [], conditions: [] };

/** Whether drafts have to be looked for by their words. */
export function hasWords({ words }: DraftSearch): boolean {
  return words.length > 0;
}
