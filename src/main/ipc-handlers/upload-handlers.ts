import type { LivePageService } from '#main/services/live-page-service.ts';
import type { UploadService } from '#main/services/upload-service.ts';
import type { ProxyLogin } from '#shared/model/proxy-login.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

export function uploadHandlers(
  uploads: UploadService,
  livePages: LivePageService,
  keepProxyLogin: (uploadId: string, login: ProxyLogin) => Promise<void>,
) {
  return {
    'upload:enqueue': async ({ packageId, targetId }) => uploads.enqueue(packageId, targetId),
    'upload:list': async () => [...(await uploads.list())],
    'upload:sign-in-to-proxy': async ({ uploadId, login }) => {
      await keepProxyLogin(uploadId, login);
      return uploads.retry(uploadId);
    },
    'upload:retry': async ({ uploadId }) => uploads.retry(uploadId),
    'upload:pause': async ({ uploadId }) => uploads.pause(uploadId),
    'upload:check-page': async ({ uploadId }) => livePages.check(uploadId),
    'upload:wake': async () => {
      await uploads.tryWaiting();
      return {};
    },
    'upload:cancel': async ({ uploadId }) => uploads.cancel(uploadId),
  } satisfies Handlers<Extract<Channel, `upload:${string}`>>;
}
