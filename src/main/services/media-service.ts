import { AppError } from '#shared/errors.ts';
import { limiter } from '#shared/in-parallel.ts';
import type { Asset } from '#shared/model/asset.ts';
import { keepRenditions } from './keep-renditions.ts';
import type { AssetStore } from './ports/asset-store.ts';
import type { InletFiles } from './ports/inlet-files.ts';
import type { Log } from './ports/log.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { PictureMaker } from './ports/picture-maker.ts';

/** As many as are worked on, and two that are being written: what a slow disk has not taken yet does not pile up. */
const picturesAtOnce = 6;

export interface MediaService {
  /** Takes the picture of an inlet file into the private store, then lets go of the inlet file. */
  importInlet(fileId: string, options: { readonly acceptTruncated: boolean }): Promise<Asset>;
  /** The same for a file that lies anywhere; `name` is what people will read. */
  importFile(path: string, name: string, options: { readonly acceptTruncated: boolean }): Promise<Asset>;
  /** When a picture was taken, by the beginning of its file; null when that does not say. */
  takenAt(head: Uint8Array): Promise<string | null>;
  /** The known ones among these pictures. */
  describe(sha256s: readonly string[]): Promise<readonly Asset[]>;
}

/** Pictures: the original is kept privately under its hash, its renditions are what pages and packages show. */
export function mediaService(ports: {
  readonly inlet: InletFiles;
  readonly media: MediaFiles;
  readonly pictures: PictureMaker;
  readonly assets: AssetStore;
  readonly log: Log;
}): MediaService {
  const { inlet, media, pictures, assets, log } = ports;
  const takeTurn = limiter(picturesAtOnce);

  async function take(path: string, name: string, options: { acceptTruncated: boolean }): Promise<Asset> {
    const made = await pictures.make(path, options).catch((thrown: unknown) => {
      throw named(thrown, name);
    });
    const [sha256, renditions] = await Promise.all([media.putFile(path), keepRenditions(media, made)]);
    const [known] = await assets.findAssets({ sha256s: [sha256] });
    if (known?.hasOriginal) {
      await assets.saveAsset({ asset: known });
      return known;
    }
    const asset: Asset = {
      ...made.asset,
      sha256,
      name,
      bytes: made.sourceBytes,
      hasOriginal: true,
      ...renditions,
    };
    await assets.saveAsset({ asset });
    await assets.savePictureHash({ sha256, hash: made.hash });
    log.info('media.imported', { sha256, type: asset.type, bytes: asset.bytes, hadLocation: asset.hadLocation });
    return asset;
  }

  const importFile: MediaService['importFile'] = async (path, name, options) =>
    takeTurn(async () => take(path, name, options));

  return {
    async importInlet(fileId, options) {
      const file = await inlet.take(fileId);
      try {
        const asset = await importFile(file.path, file.name, options);
        await inlet.discard(fileId);
        return asset;
      } catch (thrown) {
        // The person may still say yes to a truncated picture, and a full disk may be freed: the file waits for that.
        const code = thrown instanceof AppError ? thrown.code : 'internal';
        if (code.startsWith('picture-') && code !== 'picture-truncated') await inlet.discard(fileId);
        log.warn('media.refused', { code, bytes: file.bytes });
        throw thrown;
      }
    },
    importFile,
    takenAt: async (head) => pictures.takenAt(head),
    describe: async (sha256s) => assets.findAssets({ sha256s }),
  };
}

/** A refusal that tells which of several files it is about. */
function named(thrown: unknown, name: string): unknown {
  if (!(thrown instanceof AppError)) return thrown;
  return new AppError(thrown.code, { ...thrown.params, name }, { cause: thrown });
}
