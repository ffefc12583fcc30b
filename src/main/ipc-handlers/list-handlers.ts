import type { ListViewService } from '#main/services/list-view-service.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

/** @param changed tells the other windows */
export function listHandlers(views: ListViewService, changed: () => void) {
  return {
    'list:read-view': async () => views.read(),
    'list:keep-view': async (request) => {
      const kept = await views.keep(request);
      changed();
      return kept;
    },
  } satisfies Handlers<Extract<Channel, `list:${string}`>>;
}
