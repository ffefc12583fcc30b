import { call, codedErrorOf, DeskError } from '#renderer/api/desk-api.ts';
import { refreshDrafts } from '#renderer/api/queries.ts';
import { uploadFile } from '#renderer/api/upload-file.ts';
import { errorText, translate } from '#renderer/i18n/text.ts';
import { draftActs } from '#renderer/session/draft-acts.ts';
import { sheetReady } from '#renderer/session/draft-session.ts';
import { incoming } from '#renderer/session/incoming-files.ts';
import { showFilter } from '#renderer/session/list-state.ts';
import { notify } from '#renderer/session/notices.ts';
import { offerAnswered, offerRepairs } from '#renderer/session/repairs.ts';
import { attempt, reportError } from '#renderer/session/report-error.ts';
import { sortFiles, type FileToImport, type SortedFiles } from '#renderer/session/sort-files.ts';
import { importLimitBytes } from '#shared/ipc/channels/import.ts';
import type { ImportReport } from '#shared/model/import-report.ts';
import { runImport, type ImportPlace } from './running-import.ts';

const topic = 'import';

/**
 * Makes drafts of files: one of each document, page or mail, one of all pictures together. Packages and review files go
 * their own ways. The draft made last is opened; its report shows what was made of the file and what can be repaired.
 */
export async function importFiles(files: readonly File[]): Promise<void> {
  const sorted = await sortFiles(files);
  const count = sorted.pictures.length + sorted.archives.length + sorted.others.length;
  if (files.length > 0 && count === 0) notify({ intent: 'info', title: translate('importing.nothing'), topic });
  await importSorted(sorted);
}

/** The same for files whose kinds are known. */
export async function importSorted({ pictures, archives, others }: SortedFiles): Promise<void> {
  for (const archive of archives) await incoming().openArchive(archive);
  if (pictures.length > 0) await importPictures(pictures);
  const [only] = others.length === 1 ? others : [];
  if (only) await importAlone(only);
  else if (others.length > 0) await importOneByOne(others);
}

/** The report of the one file is shown whatever it says. */
async function importAlone(given: FileToImport): Promise<void> {
  try {
    const report = await importFile(given, { done: 1, total: 1, topic });
    if (report) await offerRepairs(report);
  } catch (thrown) {
    if (codedErrorOf(thrown).code === 'cancelled') tellCancelled(given.file);
    else reportError(thrown, topic);
  }
}

/**
 * Several files, each answered before the next one comes: its report when that says more than what was recognised, and
 * the repairs that its words need. At the end it is told how many came in, and why the others did not.
 */
async function importOneByOne(files: readonly FileToImport[]): Promise<void> {
  const refused: string[] = [];
  let done = 0;
  for (const [index, given] of files.entries()) {
    try {
      const report = await importFile(given, { done: index + 1, total: files.length, topic });
      if (report) await offerRepairs(saysMore(report) ? report : null);
      await offerAnswered();
    } catch (thrown) {
      const error = codedErrorOf(thrown);
      if (error.code === 'cancelled' && refused.length === 0) return tellCancelled(given.file);
      if (error.code === 'cancelled') break;
      const why = errorText(translate, error);
      refused.push(
        why.includes(given.file.name) ? why : translate('importing.refused', { name: given.file.name, why }),
      );
    }
    done += 1;
  }
  const entries = refused.map((title) => ({ title, samples: [] }));
  notify({
    intent: refused.length > 0 ? 'warning' : 'success',
    title: translate('importing.manyDone', { done: done - refused.length, total: files.length }),
    ...(refused.length > 0 ? { folds: [{ title: translate('importing.manyRefused'), entries, isOpen: true }] } : {}),
    topic,
    passing: refused.length === 0,
  });
}

function saysMore({ notes, setApart, pictures }: ImportReport): boolean {
  return notes.length + setApart.length + pictures.refused.length > 0;
}

function tellCancelled(file: File): void {
  notify({ intent: 'info', title: translate('importing.cancelled', { file: file.name }), topic, passing: true });
}

/** Makes a draft of a file and opens it; answers its report, or nothing for an archive, which goes its own way. */
async function importFile(given: FileToImport, place: ImportPlace): Promise<ImportReport | undefined> {
  const { file } = given;
  if (file.size > importLimitBytes) {
    const limitMegabytes = importLimitBytes / 1024 / 1024;
    throw new DeskError({ code: 'file-too-large', params: { name: file.name, limitMegabytes } });
  }
  const imported = await runImport(given, place);
  if (imported.outcome === 'archive') {
    await incoming().openArchive(file);
    return undefined;
  }
  await showDraft(imported.draftId);
  return imported.report;
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
