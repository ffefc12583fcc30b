import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { ImportReport } from '#shared/model/import-report.ts';

/** A picture that came inside a file. Figures of the content name it by its hash already. */
export interface ImportedPicture {
  readonly sha256: string;
  /** For people. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file to read. */
export interface ImportSource {
  readonly path: string;
  /** As people call it. */
  readonly name: string;
  /** Pictures that came with a saved page; it names them. */
  readonly beside?: readonly Pick<ImportSource, 'path' | 'name'>[];
}

export interface ImportedPage {
  /** The words as they came: repairs are offered, not made. */
  readonly content: DraftContent;
  /** Without the pictures' fate and the repairs, which are not known here. */
  readonly report: Omit<ImportReport, 'pictures' | 'repairs' | 'repaired'>;
  /** In the order of the text, each once. */
  readonly pictures: readonly ImportedPicture[];
}

/** What a file given for import is: a page with words, a picture, or one of our own signed archives. */
export type ImportKind = 'page' | 'picture' | 'archive';

/** Reads pages, documents and mails from files. */
export interface PageImporter {
  /**
   * Judges by bytes and name. Refuses `file-vanished`, `file-unreadable` (also what is no plain file), `file-empty`,
   * `file-too-large`, and with the way out `import-old-office`, `import-encrypted`, `import-pdf`,
   * `import-spreadsheet`, `import-slides`, `import-ofd`, `import-outlook`, `import-compressed`.
   */
  kind(path: string, fileName: string): Promise<ImportKind>;
  /**
   * Makes a draft of a file. Refuses as `kind`, and `page-empty`, `page-not-text`, `docx-broken`, `mail-broken`, the
   * `archive-…` of a docx that is a bomb, `import-too-heavy` for what takes too much time or memory, and `cancelled`.
   */
  read(source: ImportSource, profile: BureauProfile, signal?: AbortSignal): Promise<ImportedPage>;
}
