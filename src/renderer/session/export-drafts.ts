import { call } from '#renderer/api/desk-api.ts';
import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from './draft-acts.ts';
import { lackingFold } from './lacking-files.ts';
import { notify } from './notices.ts';
import { attempt } from './report-error.ts';
import { exchangeTopic as topic, followed } from './followed-work.ts';

/** Writes drafts with their whole history as one signed file, and says where it lies. */
export async function exportDrafts(draftIds: readonly string[]): Promise<void> {
  if (draftIds.length === 0) return;
  await attempt(async () => {
    await draftActs().flush();
    const title = translate('exchange.writing', { count: draftIds.length });
    const file = await followed(title, ({ workId }) => call('exchange:write', { workId, draftIds: [...draftIds] }));
    notify({
      intent: file.lacking.length > 0 ? 'warning' : 'success',
      title: translate('exchange.written', { count: draftIds.length }),
      lines: [file.path],
      folds: lackingFold(file.lacking),
      act: {
        label: translate('common.showInFolder'),
        run: () => void attempt(() => call('app:show-file', { fileId: file.fileId })),
      },
      topic,
    });
  }, topic);
}
