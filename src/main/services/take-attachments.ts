import { AppError } from '#shared/errors.ts';
import { attachmentName, type Attachment } from '#shared/model/attachment.ts';
import type { Clock } from './ports/clock.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { UnpackedFiles } from './ports/package-reader.ts';
import type { Store } from './ports/store.ts';

export interface TakeAttachmentsPorts {
  readonly store: Pick<Store, 'saveAttachment'>;
  readonly media: Pick<MediaFiles, 'putFile'>;
  readonly clock: Clock;
}

/** Takes the attachments of a package, review or exchange file in, before the words that name them. */
export async function takeAttachments(
  { store, media, clock }: TakeAttachmentsPorts,
  file: UnpackedFiles,
  attachments: readonly Attachment[],
): Promise<void> {
  for (const attachment of attachments) {
    const found = file.files.find(({ path, sha256 }) => isAttachmentPath(path) && sha256 === attachment.sha256);
    if (!found) throw new AppError('attachment-missing', { name: attachmentName(attachment) });
    await media.putFile(`${file.folder}/${found.path}`);
    await store.saveAttachment({ attachment, at: clock.now() });
  }
}

function isAttachmentPath(path: string): boolean {
  return path.startsWith('data/attachments/');
}
