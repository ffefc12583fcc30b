import type { UploadService } from '#main/services/upload-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function uploadHandlers(uploads: UploadService) {
  return {
    'upload:enqueue': async ({ packageId }) => uploads.enqueue(packageId),
    'upload:list': async () => [...(await uploads.list())],
    'upload:retry': async ({ uploadId }) => uploads.retry(uploadId),
    'upload:cancel': async ({ uploadId }) => uploads.cancel(uploadId),
  } satisfies Handlers<'upload:enqueue' | 'upload:list' | 'upload:retry' | 'upload:cancel'>;
}
