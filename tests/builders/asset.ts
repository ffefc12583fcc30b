import type { Asset } from '#shared/model/asset.ts';

/** What is known of a picture with these three files. */
export function assetOf(files: {
  readonly original: string;
  readonly display: string;
  readonly thumbnail: string;
}): Asset {
  const size = { width: 480, height: 320, bytes: 100 };
  return {
    sha256: files.original,
    name: '现场.jpg',
    type: 'image/jpeg',
    bytes: 100,
    width: 480,
    height: 320,
    takenAt: null,
    hadLocation: false,
    hasOriginal: true,
    display: { sha256: files.display, ...size },
    thumbnail: { sha256: files.thumbnail, ...size },
  };
}
