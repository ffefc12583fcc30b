import type { PackagePreviewService } from '#main/services/package-preview-service.ts';
import type { PackageService } from '#main/services/package-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function packageHandlers(packages: PackageService, previews: PackagePreviewService) {
  return {
    'package:build': async ({ draftId }) => packages.build(draftId),
    'job:cancel': async ({ jobId }) => packages.cancel(jobId),
    'package:list': async ({ draftId }) => [...(await packages.list(draftId))],
    'package:preview': async ({ fileId }) => ({ previewId: await previews.open(fileId) }),
    'package:verify': async ({ fileId }) => packages.verifyInlet(fileId),
  } satisfies Handlers<'package:build' | 'job:cancel' | 'package:list' | 'package:preview' | 'package:verify'>;
}
