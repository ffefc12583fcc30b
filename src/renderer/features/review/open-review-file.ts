import { call, codedErrorOf } from '#renderer/api/desk-api.ts';
import { refreshDrafts } from '#renderer/api/queries.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { translate } from '#renderer/i18n/text.ts';
import { readTrusted } from '#renderer/session/ask-trust.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { draftSession } from '#renderer/session/draft-session.ts';
import { incoming } from '#renderer/session/incoming-files.ts';
import { notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';

/**
 * Takes a review file in and shows its draft. A key seen for the first time is put to the person. What turns out to be an
 * exchange file goes its own way.
 */
export async function openReviewFile(file: File): Promise<void> {
  await attempt(async () => {
    await draftActs().flush();
    try {
      await takeReviewFile(file);
    } catch (thrown) {
      if (codedErrorOf(thrown).code !== 'package-wrong-kind') throw thrown;
      await incoming().importDrafts(file);
    }
  }, 'review-file');
}

async function takeReviewFile(file: File): Promise<void> {
  const fileId = await uploadFile(file);
  const answer = await readTrusted(fileId, 'review', (trustFingerprint) =>
    call('review:read-file', { fileId, trustFingerprint }),
  );
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
}
