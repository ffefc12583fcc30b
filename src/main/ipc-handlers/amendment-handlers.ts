import type { AmendmentService } from '#main/services/amendment-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function amendmentHandlers(amendments: AmendmentService) {
  return {
    'amendment:begin': async ({ draftId, kind, reason }) => amendments.begin(draftId, kind, reason),
    'amendment:abandon': async ({ draftId }) => amendments.abandon(draftId),
    'amendment:find-live': async ({ draftId }) => ({ revisionId: await amendments.liveRevision(draftId) }),
  } satisfies Handlers<'amendment:begin' | 'amendment:abandon' | 'amendment:find-live'>;
}
