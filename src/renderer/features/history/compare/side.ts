import type { Piece } from '#shared/document/diff/words.ts';
import type { InlineNode } from '#shared/document/schema.ts';

/** What is drawn: one of the two versions alone with its marks, or both in one text. */
export type Side = 'before' | 'after' | 'both';

/** What a piece shows on a side: words that went, words that came, or words that stay. */
export function shownOf(
  piece: Piece,
  side: Side,
): { readonly old: readonly InlineNode[]; readonly now: readonly InlineNode[] } {
  // New dress of the same words is shown once.
  if (piece.change !== 'words') return { old: [], now: side === 'before' ? piece.before : piece.after };
  return { old: side === 'after' ? [] : piece.before, now: side === 'before' ? [] : piece.after };
}
