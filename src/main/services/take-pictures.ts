import type { Asset } from '#shared/model/asset.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { UnpackedFiles } from './ports/package-reader.ts';
import type { Store } from './ports/store.ts';

export interface TakePicturesPorts {
  readonly store: Pick<Store, 'findAssets' | 'saveAsset'>;
  readonly media: MediaFiles;
  /** The bytes of a rendition of the file, by hash. */
  readonly readRendition: (file: UnpackedFiles, sha256: string) => Promise<Uint8Array>;
}

/** Takes the pictures of a file in, before the words that show them. Originals that are here already stay as they are. */
export async function takePictures(
  { store, media, readRendition }: TakePicturesPorts,
  file: UnpackedFiles,
  assets: readonly Asset[],
): Promise<void> {
  const known = await store.findAssets({ sha256s: assets.map((asset) => asset.sha256) });
  for (const asset of known) await store.saveAsset({ asset });
  for (const asset of assets.filter(({ sha256 }) => !known.some((row) => row.sha256 === sha256))) {
    for (const rendition of [asset.display, asset.thumbnail])
      await media.put(await readRendition(file, rendition.sha256));
    await store.saveAsset({ asset: { ...asset, hasOriginal: false } });
  }
}
