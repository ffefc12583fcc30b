import type { Response } from '#shared/ipc/contract.ts';
import type { BureauProfile } from '#shared/model/bureau-profile.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { InletFiles } from './ports/inlet-files.ts';
import type { Log } from './ports/log.ts';
import type { PageImporter } from './ports/page-importer.ts';

type ImportedDraft = Response<'import:page'>;

export interface ImportService {
  /** Makes a draft of the page in an inlet file, then lets go of the file. */
  importInlet(fileId: string): Promise<ImportedDraft>;
  /** The same for a file that lies anywhere; `name` is what people will read. */
  importFile(path: string, name: string): Promise<ImportedDraft>;
}

/** Pages that were saved elsewhere become drafts. */
export function importService(ports: {
  readonly inlet: InletFiles;
  readonly pages: PageImporter;
  readonly log: Log;
  readonly readProfile: () => Promise<BureauProfile>;
  /** Keeps the content as a new draft whose first revision has the kind `imported`; answers the draft's id. */
  readonly createDraft: (content: DraftContent) => Promise<string>;
}): ImportService {
  const { inlet, pages, log, readProfile, createDraft } = ports;

  async function importFile(path: string, name: string): Promise<ImportedDraft> {
    const { content, report } = await pages.read(path, name, await readProfile());
    const draftId = await createDraft(content);
    const changes = report.changes.reduce((sum, change) => sum + change.count, 0);
    log.info('import.page', { draftId, encoding: report.encoding, changes, setApart: report.setApart.length });
    return { draftId, report };
  }

  return {
    importFile,
    async importInlet(fileId) {
      const file = await inlet.take(fileId);
      const imported = await importFile(file.path, file.name);
      await inlet.discard(fileId);
      return imported;
    },
  };
}
