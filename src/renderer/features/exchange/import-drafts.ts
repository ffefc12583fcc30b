import { call } from '#renderer/api/desk-api.ts';
import { refreshDrafts } from '#renderer/api/queries.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { translate } from '#renderer/i18n/text.ts';
import { readTrusted } from '#renderer/session/ask-trust.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { exchangeTopic as topic, followed } from '#renderer/session/followed-work.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import type { TakenDraft } from '#shared/model/exchange-file.ts';

/** Takes the drafts of an exchange file in, says what became of each, and opens the first that is new or wants a choice. */
export async function importDrafts(file: File): Promise<void> {
  await attempt(async () => {
    await draftActs().flush();
    const taken = await followed(translate('exchange.reading', { file: file.name }), async (work) => {
      const fileId = await uploadFile(file, { signal: work.signal, onProgress: (part) => work.progress(part) });
      return readTrusted(fileId, (trustFingerprint) =>
        call('exchange:read', { workId: work.workId, fileId, trustFingerprint }),
      );
    });
    if (!taken) return;
    await refreshDrafts();
    await show(taken);
    tell(taken);
  }, topic);
}

async function show(taken: readonly TakenDraft[]): Promise<void> {
  const wanted = (['conflict', 'created', 'updated'] as const).flatMap((outcome) =>
    taken.filter((draft) => draft.outcome === outcome),
  );
  const openId = draftSession().opened?.summary.id;
  if (openId !== undefined && taken.some(({ draftId }) => draftId === openId)) {
    draftActs().replace(await call('draft:open', { draftId: openId }));
    return;
  }
  const [first] = wanted;
  if (first) await draftActs().open(first.draftId);
}

const outcomes = ['conflict', 'created', 'updated', 'unchanged'] as const satisfies readonly TakenDraft['outcome'][];

function tell(taken: readonly TakenDraft[]): void {
  const folds = outcomes.flatMap((outcome) => {
    const drafts = taken.filter((draft) => draft.outcome === outcome);
    if (drafts.length === 0) return [];
    const entries = drafts.map(({ headline, reviewsForked }) => ({
      title: `${headline === '' ? translate('drafts.untitled') : headline}${reviewsForked ? translate('exchange.forked') : ''}`,
      samples: [],
    }));
    return [{ title: translate(`exchange.outcome.${outcome}`, { count: drafts.length }), entries }];
  });
  notify({
    intent: taken.some(({ outcome }) => outcome === 'conflict') ? 'warning' : 'success',
    title: translate('exchange.taken', { count: taken.length }),
    folds,
    topic,
  });
}
