import { AppError } from '#shared/errors.ts';
import { limiter } from '#shared/in-parallel.ts';
import type { Response } from '#shared/ipc/contract.ts';
import type { Asset } from '#shared/model/asset.ts';
import { keepRenditions } from './keep-renditions.ts';
import type { AssetStore } from './ports/asset-store.ts';
import type { InletFiles } from './ports/inlet-files.ts';
import type { Log } from './ports/log.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { PictureMaker } from './ports/picture-maker.ts';

/** As many as are worked on, and two that are being written: what a slow disk has not taken yet does not pile up. */
const picturesAtOnce = 6;

/** A picture of the store, and how many frames or pages its file holds: of several the first was taken. */
export type TakenPicture = Response<'media:import'>;

export interface MediaService {
  /** Takes the picture of an inlet file into the private store, then lets go of the inlet file. */
  importInlet(fileId: string, options: { readonly acceptTruncated: boolean }): Promise<TakenPicture>;
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

  async function take(path: string, name: string, options: { acceptTruncated: boolean }): Promise<TakenPicture> {
    const made = await pictures.make(path, options).catch((thrown: unknown) => {
      throw named(thrown, name);
    });
    const [sha256, renditions] = await Promise.all([media.putFile(path), keepRenditions(media, made)]);
    const [known] = await assets.findAssets({ sha256s: [sha256] });
    if (known?.hasOriginal) {
      await assets.saveAsset({ asset: known });
      return { asset: known, frames: made.frames };
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
    return { asset, frames: made.frames };
  }

  const takeInTurn = async (path: string, name: string, options: { acceptTruncated: boolean }) =>
    takeTurn(async () => take(path, name, options));

  return {
    async importInlet(fileId, options) {
      const file = await inlet.take(fileId);
      try {
        const taken = await takeInTurn(file.path, file.name, options);
        await inlet.discard(fileId);
        return taken;
      } catch (thrown) {
        // The person may still say yes to a truncated picture, and a full disk may be freed: the file waits for that.
        const code = thrown instanceof AppError ? thrown.code : 'internal';
        if (code.startsWith('picture-') && code !== 'picture-truncated') await inlet.discard(fileId);
        log.warn('media.refused', { code, bytes: file.bytes });
        throw thrown;
      }
    },
    importFile: async (path, name, options) => (await takeInTurn(path, name, options)).asset,
    takenAt: async (head) => pictures.takenAt(head),
    describe: async (sha256s) => assets.findAssets({ sha256s }),
  };
}

/** A refusal that tells which of several files it is about. */
function named(thrown: unknown, name: string): unknown {
  if (!(thrown instanceof AppError)) return thrown;
  return new AppError(thrown.code, { ...thrown.params, name }, { cause: thrown });
}
