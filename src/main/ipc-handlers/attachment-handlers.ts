import type { AttachmentService } from '#main/services/attachment-service.ts';
import type { attachmentChannels } from '#shared/ipc/channels/attachment.ts';
import type { Handlers } from '#shared/ipc/contract.ts';

export function attachmentHandlers(attachments: AttachmentService) {
  return {
    'attachment:add': async ({ fileId }) => attachments.addInlet(fileId),
    'attachment:write': async ({ attachment }) => attachments.write(attachment),
  } satisfies Handlers<keyof typeof attachmentChannels>;
}
