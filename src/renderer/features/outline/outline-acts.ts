import { draftSession } from '#renderer/session/draft-session.ts';
import { neighbourGap, outlineOf, sectionAt, type OutlineEntry } from '#shared/document/outline.ts';
import type { Document } from '#shared/document/schema.ts';

/** Where an entry stands now: words may have been written since the outline was read. */
function blockNow(document: Document, entry: OutlineEntry): number {
  const same = outlineOf(document, entry.kind !== 'heading').filter(
    ({ kind, level, text }) => kind === entry.kind && level === entry.level && text === entry.text,
  );
  const distance = (block: number): number => Math.abs(block - entry.block);
  const [nearest] = same.sort((one, other) => distance(one.block) - distance(other.block));
  return nearest?.block ?? Math.min(entry.block, document.children.length - 1);
}

/** Puts the caret to the start of an entry, in sight. */
export function jumpTo(entry: OutlineEntry): void {
  const { handle } = draftSession();
  if (!handle) return;
  handle.reveal({ kind: 'block', block: blockNow(handle.read(), entry), start: 0, end: 0 });
}

/**
 * Changes the places of a section and its neighbour, with all that belongs to them, as one undo step. Answers the document
 * after it and where the section's heading stands there; null where there is no neighbour.
 */
export function moveSection(
  entry: OutlineEntry,
  direction: 'up' | 'down',
): { readonly document: Document; readonly block: number } | null {
  const { handle } = draftSession();
  if (!handle || entry.kind !== 'heading') return null;
  const document = handle.read();
  const block = blockNow(document, entry);
  const gap = neighbourGap(document, block, direction);
  if (gap === null) return null;
  const { start, end } = sectionAt(document, block);
  handle.moveBlocks(start, end, gap);
  return { document: handle.read(), block: gap <= start ? gap : gap - (end - start) };
}

/** Moves a section, with all that belongs to it, before another entry or (null) to the document's end: one undo step. */
export function moveBefore(section: OutlineEntry, other: OutlineEntry | null): void {
  const { handle } = draftSession();
  if (!handle) return;
  const document = handle.read();
  const { start, end } = sectionAt(document, blockNow(document, section));
  const gap = other === null ? document.children.length : blockNow(document, other);
  // Into itself it cannot go.
  if (gap < start || gap > end) handle.moveBlocks(start, end, gap);
}
