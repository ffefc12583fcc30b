import type { Asset, Rendition } from '#shared/model/asset.ts';
import type { PictureEdit } from '#shared/model/picture-edit.ts';
import type { PerceptualHash } from '#shared/model/perceptual-hash.ts';
import type { Size } from '#shared/model/picture-geometry.ts';

export interface MadePictures {
  readonly asset: Pick<Asset, 'type' | 'width' | 'height' | 'takenAt' | 'hadLocation'>;
  /** How many the file holds; all but the first are left out. */
  readonly frames: number;
  /** Size of the original file. */
  readonly sourceBytes: number;
  readonly display: { readonly bytes: Uint8Array; readonly size: Omit<Rendition, 'sha256' | 'bytes'> };
  readonly thumbnail: { readonly bytes: Uint8Array; readonly size: Omit<Rendition, 'sha256' | 'bytes'> };
  /** What the thumbnail looks like. */
  readonly hash: PerceptualHash | null;
}

export interface EditedPictures extends Pick<MadePictures, 'display' | 'thumbnail' | 'hash'> {
  /** Of the edited picture before it was made smaller. */
  readonly size: Size;
}

/**
 * Reads a picture file and makes its renditions (JPEG, sRGB, upright, no metadata).
 * Refuses with `picture-broken`, `picture-truncated` (unless accepted), `picture-type-refused`, `picture-too-large`,
 * `picture-timeout`, `file-empty`, `file-too-large`, `file-vanished`.
 */
export interface PictureMaker {
  make(path: string, options: { readonly acceptTruncated: boolean }): Promise<MadePictures>;
  /** The renditions of an edited picture; the file was taken in before and stays as it is. Refuses as `make`. */
  edit(path: string, edit: PictureEdit): Promise<EditedPictures>;
  /** What a thumbnail looks like; null for one that shows too little to be told from others (one even colour). */
  hash(thumbnail: Uint8Array): Promise<PerceptualHash | null>;
  /** When a picture was taken (ISO 8601 UTC), by the beginning of its file; null when that does not say. */
  takenAt(head: Uint8Array): Promise<string | null>;
}
