import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import type { BlockNode } from '#shared/document/schema.ts';

/**
 * Puts a block of another version on the sheet, after the block where the caret was, as one undo step. Answers which block it
 * is there now, counted from 1; null where no sheet stands.
 */
export function insertOnSheet(block: BlockNode): number | null {
  const { handle } = draftSession();
  if (!handle) return null;
  const document = handle.read();
  const place = handle.selectedPlace();
  const last =
    place?.kind === 'words' ? Math.max(place.anchor.block, place.focus.block) : Math.max(-1, ...(place?.blocks ?? []));
  const at = last < 0 ? document.children.length : last + 1;
  draftActs().applyContent({ document: { ...document, children: document.children.toSpliced(at, 0, block) } });
  return at + 1;
}
