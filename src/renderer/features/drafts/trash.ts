import { call } from '#renderer/api/desk-api.ts';
import { refreshDrafts } from '#renderer/api/queries.ts';
import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import type { DraftSummary } from '#shared/model/draft.ts';

const topic = 'trash';

/** Moves drafts to the trash, with a way back in the message. */
export async function trashDrafts(drafts: readonly DraftSummary[]): Promise<void> {
  for (const draft of drafts) {
    const open = draftSession().opened?.summary.id === draft.id;
    if (open) await draftActs().flush();
    await call('draft:trash', { draftId: draft.id });
    if (open) draftActs().close();
  }
  await refreshDrafts();
  notify({
    intent: 'info',
    title: translate(drafts.length === 1 ? 'drafts.trashed' : 'drafts.trashedMany', naming(drafts)),
    act: { label: translate('common.undo'), run: () => void attempt(() => untrashDrafts(drafts)) },
    passing: true,
    topic,
  });
}

export async function untrashDrafts(drafts: readonly DraftSummary[]): Promise<void> {
  for (const draft of drafts) {
    await call('draft:untrash', { draftId: draft.id });
    if (draftSession().opened?.summary.id === draft.id) {
      draftActs().replace(await call('draft:open', { draftId: draft.id }));
    }
  }
  await refreshDrafts();
  notify({
    intent: 'success',
    title: translate(drafts.length === 1 ? 'drafts.untrashed' : 'drafts.untrashedMany', naming(drafts)),
    passing: true,
    topic,
  });
}

function naming(drafts: readonly DraftSummary[]): { headline: string; count: number } {
  const headline = drafts[0]?.headline ?? '';
  return { headline: headline === '' ? translate('drafts.untitled') : headline, count: drafts.length };
}
