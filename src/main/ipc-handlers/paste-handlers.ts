import type { PasteService } from '#main/services/paste-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function pasteHandlers(paste: PasteService) {
  return {
    'paste:read': async (request) => paste.read(request),
  } satisfies Handlers<'paste:read'>;
}
