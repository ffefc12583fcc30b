import type { AppService } from '#main/services/app-service.ts';
import type { UploadTargetService } from '#main/services/upload-target-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function uploadTargetHandlers(targets: UploadTargetService, app: AppService) {
  return {
    'destination:save': async ({ target }) => {
      await targets.save(target);
      return app.state();
    },
    'destination:remove': async ({ targetId }) => {
      await targets.remove(targetId);
      return app.state();
    },
  } satisfies Handlers<'destination:save' | 'destination:remove'>;
}
