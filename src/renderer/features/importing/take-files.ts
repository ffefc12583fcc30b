import { draftSession, lockOf } from '#renderer/session/draft-session.ts';
import { sortFiles } from '#renderer/session/sort-files.ts';
import { importSorted } from './import-files.ts';

/** Takes files that were given to the window: pictures for the draft on the sheet; where there is none they begin one. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const sorted = await sortFiles(files);
  const { opened, handle } = draftSession();
  const isForSheet = opened !== null && lockOf(opened.summary) === undefined && sorted.pictures.length > 0;
  if (isForSheet) handle?.insertPictures(sorted.pictures);
  await importSorted(isForSheet ? { ...sorted, pictures: [] } : sorted);
}
