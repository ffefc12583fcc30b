import type { ListViewService } from '#main/services/list-view-service.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

export function listHandlers(views: ListViewService) {
  return {
    'list:read-view': async () => views.read(),
    'list:keep-view': async (request) => views.keep(request),
  } satisfies Handlers<Extract<Channel, `list:${string}`>>;
}
