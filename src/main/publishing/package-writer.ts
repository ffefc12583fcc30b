import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BagKind, PackageReader } from '#main/services/ports/package-reader.ts';
import type { PackageWriter, WriteOptions, WrittenZip } from '#main/services/ports/package-writer.ts';
import type { MediaFiles } from '#main/services/ports/media-files.ts';
import { AppError } from '#shared/errors.ts';
import { writeNewFile } from '../files/new-file.ts';
import { writeZip } from '../files/zip-writer.ts';
import type { Attachment } from '#shared/model/attachment.ts';
import { makeBag, type BagParts, type Files } from './bag.ts';
import { bagAttachmentFiles } from './bag-attachments.ts';
import { bagPictureFiles, bagPictures, numberedPictures, type BagPicture } from './bag-pictures.ts';
import { exchangeFileContents } from './exchange-file-contents.ts';
import { keyRingOf } from './key-ring.ts';
import { packageContents } from './package-contents.ts';
import { reviewFileContents } from './review-file-contents.ts';

/** Builds zips from gathered inputs; every one is read back by `reader` before it gets its name. */
export function packageWriter(media: Pick<MediaFiles, 'read' | 'path'>, reader: PackageReader): PackageWriter {
  return {
    async writePackage(inputs, options) {
      const pictures = bagPictures(inputs.content.document, inputs.assets);
      return write(
        { pictures, attachments: inputs.content.metadata.attachments ?? [] },
        (files) => packageContents(inputs, pictures, files),
        'package',
        options,
      );
    },
    async writeExchangeFile(inputs, options) {
      return write(
        { pictures: numberedPictures(inputs.assets), attachments: inputs.attachments },
        (files) => exchangeFileContents(inputs, files),
        'exchange',
        options,
      );
    },
    async writeReviewFile(inputs, options) {
      const pictures = bagPictures(inputs.content.document, inputs.reviewFile.assets);
      return write(
        { pictures, attachments: inputs.content.metadata.attachments ?? [] },
        (files) => reviewFileContents(inputs, files),
        'review-file',
        options,
      );
    },
  };

  async function write(
    {
      pictures,
      attachments,
    }: { readonly pictures: readonly BagPicture[]; readonly attachments: readonly Attachment[] },
    compose: (files: Files) => BagParts,
    kind: BagKind,
    options: WriteOptions,
  ): Promise<WrittenZip> {
    const step = stepper(options);
    const total = Math.max(pictures.length, 1);
    await step('pictures', 0, total);
    const tell = (done: number): void => options.onStep?.('pictures', done, total);
    const files = await bagPictureFiles(pictures, media, tell, options.giveWay);
    for (const [path, file] of await bagAttachmentFiles(attachments, media)) files.set(path, file);
    await step('page', 0, 1);
    const parts = compose(files);
    await step('checksums', 0, 1);
    const bag = makeBag(parts);
    await step('archive', 0, 1);
    await mkdir(options.folder, { recursive: true });
    const path = join(options.folder, `${parts.name}.zip`);
    let written: WrittenZip | undefined;
    await writeNewFile(
      path,
      async (file) => writeZip(file, bag, options),
      async (temporary) => {
        await step('verify', 0, 1);
        const keyRing = keyRingOf([parts.key.publicKey]);
        const proven = await reader.prove(temporary, kind, { ...giving(options), keyRing });
        written = { name: parts.name, path, sha256: proven.zipSha256, bytes: proven.zipBytes };
        await step('verify', 1, 1);
      },
    ).catch((thrown: unknown) => {
      throw options.signal?.aborted ? new AppError('cancelled') : thrown;
    });
    if (!written) throw new AppError('internal');
    return written;
  }
}

function giving({ giveWay }: WriteOptions): Pick<WriteOptions, 'giveWay'> {
  return giveWay ? { giveWay } : {};
}

/** Tells each step and gives the event loop and a cancel their turn. */
function stepper(options: WriteOptions): (...step: Parameters<NonNullable<WriteOptions['onStep']>>) => Promise<void> {
  return async (...step) => {
    options.onStep?.(...step);
    await new Promise((resolve) => setImmediate(resolve));
    if (options.signal?.aborted) throw new AppError('cancelled');
  };
}
