import { toCodedError } from '#shared/errors.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { PictureUses } from '#shared/model/picture-uses.ts';
import type { AssetStore } from './ports/asset-store.ts';
import type { Log } from './ports/log.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { PictureMaker } from './ports/picture-maker.ts';

export interface PictureUseService {
  /** Where these pictures of a draft, and those that look like them, stand elsewhere. */
  uses(draftId: string, sha256s: readonly string[]): Promise<readonly PictureUses[]>;
  /** Looks at all pictures that nobody looked at yet, one after the other, behind whatever else goes on. */
  lookAtOlder(): Promise<void>;
  /** Ends looking; settles when the picture under way is done. */
  close(): Promise<void>;
}

/** Pictures of one look at the store: few, so that nothing that a person asks for waits. */
const atATime = 8;

export function pictureUseService(ports: {
  readonly media: MediaFiles;
  readonly pictures: PictureMaker;
  readonly assets: AssetStore;
  readonly log: Log;
}): PictureUseService {
  const { media, pictures, assets, log } = ports;
  const ending = new AbortController();
  let looking: Promise<void> = Promise.resolve();

  async function lookAt(sha256s: readonly string[] | null): Promise<void> {
    while (!ending.signal.aborted) {
      const waiting = await assets.listUnhashedAssets({ sha256s, limit: atATime });
      for (const asset of waiting) if (!ending.signal.aborted) await look(asset);
      if (waiting.length < atATime) return;
    }
  }

  /** A thumbnail that is lost or damaged says nothing; it is put down as seen, so that it is not looked for again. */
  async function look(asset: Asset): Promise<void> {
    const hash = await media
      .read(asset.thumbnail.sha256)
      .then((bytes) => pictures.hash(bytes))
      .catch((thrown: unknown) => {
        log.warn('media.not-seen', { sha256: asset.sha256, code: toCodedError(thrown).code });
        return null;
      });
    await assets.savePictureHash({ sha256: asset.sha256, hash });
  }

  return {
    async uses(draftId, sha256s) {
      await lookAt(sha256s);
      return assets.findPictureUses({ draftId, sha256s });
    },
    async lookAtOlder() {
      looking = lookAt(null).catch((thrown: unknown) => {
        log.warn('media.looking-failed', { code: toCodedError(thrown).code });
      });
      return looking;
    },
    async close() {
      ending.abort();
      await looking;
    },
  };
}
