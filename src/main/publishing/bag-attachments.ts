import { packageAttachments } from '#shared/document/render/attachments.ts';
import { AppError } from '#shared/errors.ts';
import { attachmentName, type Attachment } from '#shared/model/attachment.ts';
import type { MediaFiles } from '#main/services/ports/media-files.ts';
import { fileDigests } from '../files/checksum.ts';
import type { StoredFile } from './bag.ts';

/**
 * The attachments of a bag by path (`data/attachments/01.pdf`). Refuses `attachment-missing {name}` for bytes that are not
 * there, or are no longer those that were taken in.
 */
export async function bagAttachmentFiles(
  attachments: readonly Attachment[],
  media: Pick<MediaFiles, 'path'>,
): Promise<Map<string, StoredFile>> {
  const files = new Map<string, StoredFile>();
  const places = packageAttachments(attachments);
  for (const [index, attachment] of attachments.entries()) {
    const path = await media.path(attachment.sha256);
    const digests = path === null ? undefined : await fileDigests(path);
    const place = places[index]?.file;
    if (path === null || place === undefined || digests?.sha256 !== attachment.sha256) {
      throw new AppError('attachment-missing', { name: attachmentName(attachment) });
    }
    files.set(place, { path, ...digests });
  }
  return files;
}
