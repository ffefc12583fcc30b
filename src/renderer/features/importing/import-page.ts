import { create } from 'zustand';
import { call } from '#renderer/api/desk-api.ts';
import { refreshDrafts } from '#renderer/api/queries.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { changeList } from '#renderer/session/list-state.ts';
import { dismissTopic, notify } from '#renderer/session/notices.ts';
import { attempt } from '#renderer/session/report-error.ts';
import type { ImportReport } from '#shared/model/import-report.ts';

/** The report of the import that was just done; shown until it is closed. */
export const useImportReport = create<{ readonly report: ImportReport | null }>(() => ({ report: null }));

/** Makes a draft of a saved page, opens it, and shows what was changed on the way. */
export async function importPage(file: File): Promise<void> {
  notify({ intent: 'info', title: translate('importing.running', { file: file.name }), topic: 'import' });
  await attempt(async () => {
    const fileId = await uploadFile(file);
    const { draftId, report } = await call('import:page', { fileId });
    dismissTopic('import');
    changeList({ filter: 'mine', query: '' });
    await refreshDrafts();
    await draftActs().open(draftId);
    useImportReport.setState({ report });
  }, 'import');
}
