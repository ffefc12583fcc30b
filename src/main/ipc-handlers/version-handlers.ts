import type { VersionService } from '#main/services/version-service.ts';
import type { Channel, Handlers } from '#shared/ipc/contract.ts';

export function versionHandlers(versions: VersionService) {
  return {
    'version:list-names': async ({ draftId }) => [...(await versions.listNames(draftId))],
    'version:name': async ({ revisionId, name }) => [...(await versions.nameRevision(revisionId, name))],
    'version:trace': async (place) => versions.trace(place),
  } satisfies Handlers<Extract<Channel, `version:${string}`>>;
}
