import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { notify } from '#renderer/session/notices.ts';
import type { BlockNode } from '#shared/document/schema.ts';

/** Puts a block of another version on the sheet, after the block where the caret was, as one undo step. */
export function insertOnSheet(block: BlockNode): void {
  const { handle } = draftSession();
  if (!handle) return;
  const document = handle.read();
  const place = handle.selectedPlace();
  const last =
    place?.kind === 'words' ? Math.max(place.anchor.block, place.focus.block) : Math.max(-1, ...(place?.blocks ?? []));
  const at = last < 0 ? document.children.length : last + 1;
  draftActs().applyContent({ document: { ...document, children: document.children.toSpliced(at, 0, block) } });
  const title = translate('compare.insertedAt', { value: at + 1 });
  notify({ intent: 'success', title, passing: true, topic: 'insert-block' });
}
