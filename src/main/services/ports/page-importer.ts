import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { ImportReport } from '#shared/model/import-report.ts';

export interface ImportedPage {
  readonly content: DraftContent;
  readonly report: ImportReport;
}

/** Makes a clean draft of a saved page. Refuses `page-empty`, `page-not-text`, `file-too-large`, `file-vanished`, `file-unreadable`. */
export interface PageImporter {
  read(path: string, fileName: string, profile: BureauProfile): Promise<ImportedPage>;
}
