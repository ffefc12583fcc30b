import { AppError } from '#shared/errors.ts';
import type { WrittenFile } from '#shared/ipc/channels/review.ts';
import {
  attachmentName,
  titleOfName,
  typeOfName,
  type Attachment,
  type AttachmentType,
} from '#shared/model/attachment.ts';
import type { Desk } from './desk.ts';
import type { Clock } from './ports/clock.ts';
import type { InletFiles } from './ports/inlet-files.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { Store } from './ports/store.ts';
import type { TextFiles } from './ports/text-files.ts';
import type { WrittenFiles } from './written-files.ts';

export interface AttachmentService {
  /**
   * Takes an inlet file into the private store; the draft has it only once its words name it. Lets go of the inlet file.
   * Refuses `attachment-type-refused {name, types}` for what the profile does not take, `attachment-type-differs {name}` for
   * bytes that are something else than the name says, `attachment-too-large {name, limitMegabytes}`, `file-empty`.
   */
  addInlet(fileId: string): Promise<Attachment>;
  /** The same for a file that lies anywhere. */
  addFile(file: { readonly name: string; readonly path: string; readonly bytes: number }): Promise<Attachment>;
  /** Writes a copy under the name that readers will see, for people to look at. Refuses `attachment-missing {name}`. */
  write(attachment: Attachment): Promise<WrittenFile>;
}

export interface AttachmentServicePorts {
  readonly store: Pick<Store, 'saveAttachment'>;
  readonly clock: Clock;
  readonly desk: Desk;
  readonly inlet: InletFiles;
  readonly media: MediaFiles;
  readonly isOfType: (path: string, type: AttachmentType) => Promise<boolean>;
  readonly files: TextFiles;
  readonly written: WrittenFiles;
  /** Where copies are written to. */
  readonly folder: string;
}

export function attachmentService(ports: AttachmentServicePorts): AttachmentService {
  const { store, clock, desk, inlet, media, isOfType, files, written, folder } = ports;

  async function addFile(file: { name: string; path: string; bytes: number }): Promise<Attachment> {
    const { name, path, bytes } = file;
    const { types, megabytes } = (await desk.profile()).attachments;
    const type = typeOfName(name);
    if (!type || !types.includes(type)) {
      throw new AppError('attachment-type-refused', { name, types: types.join('、') });
    }
    if (bytes === 0) throw new AppError('file-empty', { name });
    if (bytes > megabytes * 1024 * 1024)
      throw new AppError('attachment-too-large', { name, limitMegabytes: megabytes });
    if (!(await isOfType(path, type))) throw new AppError('attachment-type-differs', { name });
    const attachment = { sha256: await media.putFile(path), title: titleOfName(name), type, bytes };
    await store.saveAttachment({ attachment, at: clock.now() });
    return attachment;
  }

  return {
    async addInlet(fileId) {
      const file = await inlet.take(fileId);
      try {
        return await addFile(file);
      } finally {
        await inlet.discard(fileId);
      }
    },

    addFile,

    async write(attachment) {
      const name = attachmentName(attachment);
      if ((await media.path(attachment.sha256)) === null) throw new AppError('attachment-missing', { name });
      return written.register(await files.writeInto(folder, name, await media.read(attachment.sha256)));
    },
  };
}
