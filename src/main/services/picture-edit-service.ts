import { AppError } from '#shared/errors.ts';
import type { Asset } from '#shared/model/asset.ts';
import { changesNothing, tidyEdit, type PictureEdit } from '#shared/model/picture-edit.ts';
import { keepRenditions } from './keep-renditions.ts';
import type { AssetStore } from './ports/asset-store.ts';
import type { Log } from './ports/log.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { PictureMaker } from './ports/picture-maker.ts';

export interface PictureEditService {
  /**
   * Makes a picture of its own of a known one, cut and turned; the known one stays as it is. It is made of the private
   * original where this machine has it, else of the display rendition. The same edit twice is stored once; an edit that
   * changes nothing answers the known picture. Refuses `asset-missing` and as the picture maker.
   */
  edit(asset: string, edit: PictureEdit): Promise<Asset>;
}

export function pictureEditService(ports: {
  readonly media: MediaFiles;
  readonly pictures: PictureMaker;
  readonly assets: AssetStore;
  readonly log: Log;
}): PictureEditService {
  const { media, pictures, assets, log } = ports;

  async function sourceOf(asset: Asset): Promise<string> {
    const original = asset.hasOriginal ? await media.path(asset.sha256) : null;
    const path = original ?? (await media.path(asset.display.sha256));
    if (path === null) throw new AppError('asset-missing', { sha256: asset.sha256 });
    return path;
  }

  return {
    async edit(sha256, wanted) {
      const [base] = await assets.findAssets({ sha256s: [sha256] });
      if (!base) throw new AppError('asset-missing', { sha256 });
      if (changesNothing(wanted)) return base;
      const edit = tidyEdit(wanted);
      const known = await assets.findDerivedAsset({ asset: sha256, edit });
      if (known && (await media.path(known.display.sha256)) !== null) {
        await assets.saveAsset({ asset: known });
        return known;
      }
      const made = await pictures.edit(await sourceOf(base), edit);
      const renditions = await keepRenditions(media, made);
      const asset: Asset = {
        ...renditions,
        ...made.size,
        sha256: renditions.display.sha256,
        name: base.name,
        type: 'image/jpeg',
        bytes: renditions.display.bytes,
        takenAt: base.takenAt,
        hadLocation: base.hadLocation,
        hasOriginal: true,
        derivedFrom: { asset: sha256, edit },
      };
      await assets.saveAsset({ asset });
      await assets.savePictureHash({ sha256: asset.sha256, hash: made.hash });
      log.info('media.edited', { sha256: asset.sha256, from: sha256, bytes: asset.bytes });
      // Another edit may have given the very same picture before: its row stays.
      const [kept] = await assets.findAssets({ sha256s: [asset.sha256] });
      return kept ?? asset;
    },
  };
}
