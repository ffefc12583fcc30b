export interface SortedFiles {
  readonly pictures: readonly File[];
  readonly pages: readonly File[];
  readonly archives: readonly File[];
}

const isArchive = /\.zip$/i;
const isPage = /\.(txt|html?)$/i;

/** What each dropped file is for, by its name. The main process judges the bytes; anything unknown is tried as a picture. */
export function sortDropped(files: readonly File[]): SortedFiles {
  return {
    pages: files.filter((file) => isPage.test(file.name)),
    archives: files.filter((file) => isArchive.test(file.name)),
    pictures: files.filter((file) => !isArchive.test(file.name) && !isPage.test(file.name)),
  };
}
