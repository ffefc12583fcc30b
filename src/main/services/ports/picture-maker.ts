import type { Asset, Rendition } from '#shared/model/asset.ts';

export interface MadePictures {
  readonly asset: Omit<Asset, 'sha256' | 'name' | 'bytes' | 'hasOriginal' | 'display' | 'thumbnail'>;
  /** Size of the original file. */
  readonly sourceBytes: number;
  readonly display: { readonly bytes: Uint8Array; readonly size: Omit<Rendition, 'sha256' | 'bytes'> };
  readonly thumbnail: { readonly bytes: Uint8Array; readonly size: Omit<Rendition, 'sha256' | 'bytes'> };
}

/**
 * Reads a picture file and makes its renditions (JPEG, sRGB, upright, no metadata).
 * Refuses with `picture-broken`, `picture-truncated` (unless accepted), `picture-type-refused`, `picture-too-large`,
 * `picture-timeout`, `file-empty`, `file-too-large`, `file-vanished`.
 */
export interface PictureMaker {
  make(path: string, options: { readonly acceptTruncated: boolean }): Promise<MadePictures>;
}
