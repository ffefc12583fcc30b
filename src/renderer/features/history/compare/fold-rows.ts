import type { DiffRow } from '#shared/document/diff/content-diff.ts';

/** Rows to be shown, or a stretch of rows without a change that is folded away. */
export type FoldedRows =
  | { readonly kind: 'row'; readonly at: number }
  | { readonly kind: 'fold'; readonly at: number; readonly count: number };

/** Blocks left beside each change, so that its place can be seen. */
const context = 1;

/** Folds what did not change; a fold that would hide a single block hides nothing. */
export function foldRows(rows: readonly DiffRow[], opened: ReadonlySet<number>): readonly FoldedRows[] {
  const isNear = rows.map((_row, at) =>
    rows.slice(Math.max(0, at - context), at + context + 1).some((row) => row.kind !== 'same'),
  );
  const folded: FoldedRows[] = [];
  for (let at = 0; at < rows.length;) {
    let end = at;
    while (end < rows.length && !isNear[end]) end += 1;
    const count = end - at;
    if (count > 1 && !opened.has(at)) {
      folded.push({ kind: 'fold', at, count });
      at = end;
    } else {
      const stop = Math.max(end, at + 1);
      for (; at < stop; at += 1) folded.push({ kind: 'row', at });
    }
  }
  return folded;
}
