import type { ImportService } from '#main/services/import-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function importHandlers(imports: ImportService) {
  return {
    'import:page': async ({ fileId }) => imports.importInlet(fileId),
  } satisfies Handlers<'import:page'>;
}
