import { giveBack } from '#shared/give-back.ts';
import type { Asset } from '#shared/model/asset.ts';
import type { MediaFiles } from './ports/media-files.ts';
import type { MadePictures } from './ports/picture-maker.ts';

type Renditions = Pick<MadePictures, 'display' | 'thumbnail'>;

/** Writes the renditions of a picture into the media folder and gives their memory back; answers what its row says of them. */
export async function keepRenditions(
  media: MediaFiles,
  made: Renditions,
): Promise<Pick<Asset, 'display' | 'thumbnail'>> {
  const [display, thumbnail] = await Promise.all([keep(media, made.display), keep(media, made.thumbnail)]);
  return { display, thumbnail };
}

async function keep(media: MediaFiles, { bytes, size }: Renditions['display']): Promise<Asset['display']> {
  const kept = { ...size, bytes: bytes.byteLength, sha256: await media.put(bytes) };
  // Of many photos at once, half a megabyte each would lie about until the garbage collector comes.
  giveBack(bytes);
  return kept;
}
