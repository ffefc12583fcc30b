import type { MediaService } from '#main/services/media-service.ts';
import type { PictureEditService } from '#main/services/picture-edit-service.ts';
import type { PictureUseService } from '#main/services/picture-use-service.ts';
import type { Handlers } from '#shared/ipc/contract.ts';
import type { mediaChannels } from '#shared/ipc/channels/media.ts';

export function mediaHandlers(media: MediaService, edits: PictureEditService, uses: PictureUseService) {
  return {
    'media:import': async ({ fileId, acceptTruncated }) => media.importInlet(fileId, { acceptTruncated }),
    'media:describe': async ({ assets }) => [...(await media.describe(assets))],
    'media:taken-at': async ({ head }) => ({ takenAt: await media.takenAt(head) }),
    'media:edit': async ({ asset, edit }) => edits.edit(asset, edit),
    'media:uses': async ({ draftId, assets }) => [...(await uses.uses(draftId, assets))],
  } satisfies Handlers<keyof typeof mediaChannels>;
}
