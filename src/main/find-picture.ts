import type { Services } from './compose-services.ts';

/** Where the rendition of a picture lies, by the hash of its original; undefined for pictures that are not ours. */
export async function findPicture(
  { store, mediaFiles }: Pick<Services, 'store' | 'mediaFiles'>,
  sha256: string,
  size: 'display' | 'thumbnail',
): Promise<{ readonly path: string; readonly type: 'image/jpeg' } | undefined> {
  const [asset] = await store.findAssets({ sha256s: [sha256] });
  const path = asset && (await mediaFiles.path(asset[size].sha256));
  return path ? { path, type: 'image/jpeg' } : undefined;
}
