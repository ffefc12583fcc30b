import { call, codedErrorOf, DeskError } from '#renderer/api/desk-api.ts';
import { refreshDrafts } from '#renderer/api/queries.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { sheetReady } from '#renderer/session/draft-session.ts';
import { incoming } from '#renderer/session/incoming-files.ts';
import { showFilter } from '#renderer/session/list-state.ts';
import { notify } from '#renderer/session/notices.ts';
import { offerRepairs } from '#renderer/session/repairs.ts';
import { attempt, reportError } from '#renderer/session/report-error.ts';
import { sortFiles } from '#renderer/session/sort-files.ts';
import { importLimitBytes } from '#shared/ipc/channels/import.ts';
import { runImport, type ImportPlace } from './running-import.ts';

const topic = 'import';

/**
 * Makes drafts of files: one of each document, page or mail, one of all pictures together. Packages and review files go
 * their own ways. The draft made last is opened; its report shows what was made of the file and what can be repaired.
 */
export async function importFiles(files: readonly File[]): Promise<void> {
  const { pictures, archives, others } = await sortFiles(files);
  if (files.length > 0 && pictures.length + archives.length + others.length === 0) {
    notify({ intent: 'info', title: translate('importing.nothing'), topic });
  }
  for (const archive of archives) await incoming().openArchive(archive);
  if (pictures.length > 0) await importPictures(pictures);
  for (const [index, file] of others.entries()) {
    const goesOn = await importFile(file, { done: index + 1, total: others.length, topic });
    if (!goesOn) return;
  }
}

/** Answers whether the files after it are wanted: not when the person cancelled. */
async function importFile(file: File, place: ImportPlace): Promise<boolean> {
  try {
    if (file.size > importLimitBytes) {
      const limitMegabytes = importLimitBytes / 1024 / 1024;
      throw new DeskError({ code: 'file-too-large', params: { name: file.name, limitMegabytes } });
    }
    const imported = await runImport(file, place);
    if (imported.outcome === 'archive') {
      await incoming().openArchive(file);
      return true;
    }
    await showDraft(imported.draftId);
    await offerRepairs(imported.report);
  } catch (thrown) {
    if (codedErrorOf(thrown).code !== 'cancelled') {
      reportError(thrown, topic);
      return true;
    }
    const title = translate('importing.cancelled', { file: file.name });
    notify({ intent: 'info', title, topic, passing: true });
    return false;
  }
  return true;
}

/** Pictures begin a draft; they are taken in while their figures stand on its sheet. */
async function importPictures(files: readonly File[]): Promise<void> {
  await attempt(async () => {
    showFilter('mine');
    await draftActs().create();
    (await sheetReady()).insertPictures(files);
  }, topic);
}

/** Opens a package as a new draft. */
export async function openPackage(file: File): Promise<void> {
  await attempt(async () => {
    const { draftId } = await call('import:package', { fileId: await uploadFile(file) });
    await showDraft(draftId);
  }, topic);
}

async function showDraft(draftId: string): Promise<void> {
  showFilter('mine');
  await refreshDrafts();
  await draftActs().open(draftId);
}
