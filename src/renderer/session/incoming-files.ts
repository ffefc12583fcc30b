/** What can be done with a file that a person gave to the window. Each feature provides its part through the shell. */
export interface IncomingFiles {
  /** Makes drafts of documents, pages, mails and pictures. */
  importFiles(files: readonly File[]): Promise<void>;
  /** Takes what was given to the whole window: pictures go to the draft on the sheet, all else is imported. */
  takeFiles(files: readonly File[]): Promise<void>;
  openReviewFile(file: File): Promise<void>;
  /** Takes in the drafts of an exchange file. */
  importDrafts(file: File): Promise<void>;
  /** A zip of either kind: a package is verified, a review file opened. */
  openArchive(file: File): Promise<void>;
  /** Opens a package as a new draft. */
  openPackage(file: File): Promise<void>;
}

let provided: IncomingFiles | null = null;

export function provideIncoming(files: IncomingFiles): void {
  provided = files;
}

export function incoming(): IncomingFiles {
  if (!provided) throw new Error('the shell has not provided the ways for files');
  return provided;
}
