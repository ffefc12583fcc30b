import { call, DeskError } from '#renderer/api/desk-api.ts';
import { refreshDrafts } from '#renderer/api/queries.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { translate } from '#renderer/i18n/text.ts';
import { ask } from '#renderer/session/ask.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import type { Response } from '#shared/ipc/contract.ts';

/** Takes a review file in and shows its draft. A key seen for the first time is put to the person. */
export async function openReviewFile(file: File): Promise<void> {
  await attempt(async () => {
    await draftActs().flush();
    const answer = await readTrusted(file);
    if (!answer) return;
    await refreshDrafts();
    if (draftSession().opened?.summary.id === answer.draftId) {
      draftActs().replace(await call('draft:open', { draftId: answer.draftId }));
    } else {
      await draftActs().open(answer.draftId);
    }
    notify({
      intent: answer.outcome === 'conflict' ? 'warning' : 'success',
      title: translate(`review.outcome.${answer.outcome}`),
      passing: answer.outcome !== 'conflict',
      topic: 'review-file',
    });
  }, 'review-file');
}

async function readTrusted(file: File): Promise<Response<'review:read-file'> | undefined> {
  const fileId = await uploadFile(file);
  try {
    return await call('review:read-file', { fileId, trustFingerprint: null });
  } catch (thrown) {
    if (!(thrown instanceof DeskError) || thrown.code !== 'review-key-unknown') throw thrown;
    const fingerprint = String(thrown.params['fingerprint'] ?? '');
    const trusted = await ask({
      title: translate('review.trustTitle', { name: String(thrown.params['name'] ?? '') }),
      body: translate('review.trustBody'),
      code: { label: translate('review.fingerprint'), value: fingerprint },
      yes: translate('review.trust'),
      no: translate('common.cancel'),
    });
    if (trusted) return call('review:read-file', { fileId, trustFingerprint: fingerprint });
    await call('inlet:discard', { fileId });
    return undefined;
  }
}
