import type { ReviewFileService } from '#main/services/review-file-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function reviewFileHandlers(reviewFiles: ReviewFileService) {
  return {
    'review:write-file': async ({ draftId }) => reviewFiles.write(draftId),
    'review:read-file': async ({ fileId, trustFingerprint }) => reviewFiles.readInlet(fileId, trustFingerprint),
  } satisfies Handlers<'review:write-file' | 'review:read-file'>;
}
