import type { CheckService } from '#main/services/check-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function checkHandlers(checks: CheckService) {
  return {
    'check:run': async ({ draftId }) => [...(await checks.checkDraft(draftId))],
  } satisfies Handlers<'check:run'>;
}
