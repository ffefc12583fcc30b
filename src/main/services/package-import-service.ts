import { assetsOf } from '#shared/document/walk.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import type { Clock } from './ports/clock.ts';
import type { InletFiles } from './ports/inlet-files.ts';
import type { KeyStore } from './ports/key-store.ts';
import type { MediaFiles } from './ports/media-files.ts';
import { ownKeyRing } from './own-key-ring.ts';
import type { PackageReader, ReadPackage, UnpackedFiles } from './ports/package-reader.ts';
import type { Store } from './ports/store.ts';
import { takeAttachments } from './take-attachments.ts';

export interface PackageImportService {
  /**
   * Opens a package as a new draft: its words, and its pictures as far as a package holds them. Verified as anywhere;
   * refuses what the reader refuses, `signature-key-unknown` and `package-wrong-kind` among them. Lets go of the file.
   */
  importInlet(fileId: string): Promise<string>;
  /** The same for a file that lies anywhere. Answers the draft's id. */
  importFile(path: string): Promise<string>;
}

/** What was packed once can be written on. Reviews stay with the package: a new draft begins unreviewed. */
export function packageImportService(ports: {
  readonly store: Pick<Store, 'findAssets' | 'saveAsset' | 'saveAttachment' | 'findTrustedKey'>;
  readonly clock: Clock;
  readonly keys: KeyStore;
  readonly inlet: InletFiles;
  readonly media: MediaFiles;
  readonly reader: PackageReader;
  /** The bytes of a picture of the package, by hash. */
  readonly readRendition: (file: UnpackedFiles, sha256: string) => Promise<Uint8Array>;
  readonly createDraft: (content: DraftContent) => Promise<string>;
}): PackageImportService {
  const { store, keys, inlet, media, reader, readRendition } = ports;

  /** The originals never leave the writer's machine; where they are still here they serve. */
  async function takePictures(file: ReadPackage): Promise<void> {
    const known = await store.findAssets({ sha256s: assetsOf(file.content.document) });
    for (const image of file.images.images) {
      if (known.some(({ sha256 }) => sha256 === image.sourceSha256)) continue;
      for (const { sha256 } of [image, image.thumbnail]) await media.put(await readRendition(file, sha256));
      const { width, height, bytes, sha256 } = image;
      const { thumbnail } = image;
      await store.saveAsset({
        asset: {
          sha256: image.sourceSha256,
          name: image.file,
          type: image.type,
          bytes,
          width,
          height,
          takenAt: null,
          hadLocation: false,
          hasOriginal: false,
          display: { sha256, width, height, bytes },
          thumbnail: {
            sha256: thumbnail.sha256,
            width: thumbnail.width,
            height: thumbnail.height,
            bytes: thumbnail.bytes,
          },
        },
      });
    }
  }

  async function importFile(path: string): Promise<string> {
    const file = await reader.readPackage(path, { keyRing: await ownKeyRing(keys, store) });
    try {
      await takePictures(file);
      await takeAttachments(ports, file, file.content.metadata.attachments ?? []);
      return await ports.createDraft(file.content);
    } finally {
      await file.dispose();
    }
  }

  return {
    importFile,
    async importInlet(fileId) {
      const file = await inlet.take(fileId);
      try {
        return await importFile(file.path);
      } finally {
        await inlet.discard(fileId);
      }
    },
  };
}
