import { call } from '#renderer/api/desk-api.ts';
import { refreshDrafts } from '#renderer/api/queries.ts';
import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import type { DraftSummary } from '#shared/model/draft.ts';

/** Moves a draft to the trash, with a way back in the message. */
export async function trashDraft(draft: DraftSummary): Promise<void> {
  const open = draftSession().opened?.summary.id === draft.id;
  if (open) await draftActs().flush();
  await call('draft:trash', { draftId: draft.id });
  if (open) draftActs().close();
  await refreshDrafts();
  notify({
    intent: 'info',
    title: translate('drafts.trashed', { headline: nameOf(draft) }),
    act: { label: translate('common.undo'), run: () => void attempt(() => untrashDraft(draft)) },
    passing: true,
    topic: `trash-${draft.id}`,
  });
}

export async function untrashDraft(draft: DraftSummary): Promise<void> {
  await call('draft:untrash', { draftId: draft.id });
  if (draftSession().opened?.summary.id === draft.id) {
    draftActs().replace(await call('draft:open', { draftId: draft.id }));
  }
  await refreshDrafts();
  notify({
    intent: 'success',
    title: translate('drafts.untrashed', { headline: nameOf(draft) }),
    passing: true,
    topic: `trash-${draft.id}`,
  });
}

function nameOf(draft: DraftSummary): string {
  return draft.headline === '' ? translate('drafts.untitled') : draft.headline;
}
