import { create } from 'zustand';

/** One side of a comparison: the id of a revision, or `now` for the words on the sheet. */
export type VersionId = 'now' | (string & {});

export interface Comparison {
  readonly before: VersionId;
  readonly after: VersionId;
}

/** The two versions of the draft on the sheet that stand side by side; null for none. */
export const useComparison = create<{ readonly shown: Comparison | null }>(() => ({ shown: null }));

/** Shows two versions of the draft on the sheet side by side. */
export function openComparison(before: VersionId, after: VersionId): void {
  useComparison.setState({ shown: { before, after } });
}

export function closeComparison(): void {
  useComparison.setState({ shown: null });
}
