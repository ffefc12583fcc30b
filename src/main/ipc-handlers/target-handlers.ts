import type { TargetService } from '#main/services/target-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function targetHandlers(targets: TargetService) {
  return {
    'target:write': async ({ draftId, target }) => targets.write(draftId, target),
  } satisfies Handlers<'target:write'>;
}
