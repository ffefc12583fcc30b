import type { MediaService } from '#main/services/media-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function mediaHandlers(media: MediaService) {
  return {
    'media:import': async ({ fileId, acceptTruncated }) => media.importInlet(fileId, { acceptTruncated }),
    'media:describe': async ({ assets }) => [...(await media.describe(assets))],
  } satisfies Handlers<'media:import' | 'media:describe'>;
}
