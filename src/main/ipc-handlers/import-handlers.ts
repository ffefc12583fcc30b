import type { ImportService } from '#main/services/import-service.ts';
import type { PackageImportService } from '#main/services/package-import-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function importHandlers(imports: ImportService, packages: PackageImportService) {
  return {
    'import:file': async ({ fileId, pictures }) => imports.importInlet(fileId, pictures),
    'import:cancel': async ({ fileId }) => {
      imports.cancel(fileId);
      return {};
    },
    'import:package': async ({ fileId }) => ({ draftId: await packages.importInlet(fileId) }),
    'repair:find': async ({ draftId }) => ({ places: [...(await imports.findRepairs(draftId))] }),
  } satisfies Handlers<'import:file' | 'import:cancel' | 'import:package' | 'repair:find'>;
}
