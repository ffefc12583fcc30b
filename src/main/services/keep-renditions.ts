import type { Asset } from '#shared/model/asset.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { MadePictures } from './ports/picture-maker.ts';

type Renditions = Pick<MadePictures, 'display' | 'thumbnail'>;

/** Writes the renditions of a picture into the media folder; answers what its row says of them. */
export async function keepRenditions(
  media: MediaFiles,
  made: Renditions,
): Promise<Pick<Asset, 'display' | 'thumbnail'>> {
  const [display, thumbnail] = await Promise.all([keep(media, made.display), keep(media, made.thumbnail)]);
  return { display, thumbnail };
}

async function keep(media: MediaFiles, { bytes, size }: Renditions['display']): Promise<Asset['display']> {
  return { ...size, sha256: await media.put(bytes), bytes: bytes.byteLength };
}
