import { create } from 'zustand';

/** The draft whose two sides are being merged by block; null for none. */
export const useMerging = create<{ readonly draftId: string | null }>(() => ({ draftId: null }));

export function openMerging(draftId: string): void {
  useMerging.setState({ draftId });
}

export function closeMerging(): void {
  useMerging.setState({ draftId: null });
}
