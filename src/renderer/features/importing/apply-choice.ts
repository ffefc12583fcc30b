import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { notify } from '#renderer/session/notices.ts';
import { applyRepairs } from '#shared/house-style/repairs/apply-repairs.ts';
import { metadataChange } from '#shared/model/edit-steps.ts';
import type { RepairPlace } from '#shared/model/repair.ts';
import { topic } from './remind-of-repairs.ts';

/** Makes the chosen repairs in the open draft: one undo step. */
export function applyChoice(places: readonly RepairPlace[]): void {
  const { handle, metadata } = draftSession();
  if (!handle || !metadata || places.length === 0) return;
  const repaired = applyRepairs({ metadata, document: handle.read() }, places);
  const change = metadataChange(metadata, repaired.metadata);
  draftActs().applyContent({ document: repaired.document, ...(change ? { metadata: change.after } : {}) });
  draftActs().pause();
  const count = places.reduce((sum, { edits }) => sum + edits.length, 0);
  notify({ intent: 'success', title: translate('importing.applied', { count }), passing: true, topic });
}
