import type { Asset } from '#shared/model/asset.ts';
import type { Attachment } from '#shared/model/attachment.ts';
import type { PerceptualHash } from '#shared/model/perceptual-hash.ts';
import type { PictureEdit } from '#shared/model/picture-edit.ts';
import type { PictureUses } from '#shared/model/picture-uses.ts';

/** Rows about pictures and attachments; their bytes lie in the media folder under their hashes. */
export interface AssetStore {
  findAssets(args: { sha256s: readonly string[] }): Promise<readonly Asset[]>;
  /** Keeps the row; one that came without its original gains it when the original comes in later. It is in use from now on. */
  saveAsset(args: { asset: Asset }): Promise<void>;
  /** Keeps that a file of the media folder is an attachment; a known one stays as it is. */
  saveAttachment(args: { attachment: Pick<Attachment, 'sha256' | 'type' | 'bytes'>; at: string }): Promise<void>;
  /** The picture that this edit made of another one before; null when there is none. `edit` is tidy. */
  findDerivedAsset(args: { asset: string; edit: PictureEdit }): Promise<Asset | null>;
  /** Keeps what a known picture looks like; null when it shows nothing to tell it by. */
  savePictureHash(args: { sha256: string; hash: PerceptualHash | null }): Promise<void>;
  /** Pictures that nobody has looked at yet, of the given ones or of all. */
  listUnhashedAssets(args: { sha256s: readonly string[] | null; limit: number }): Promise<readonly Asset[]>;
  /**
   * Where these pictures, others cut from the same originals and those that look alike stand in other drafts (those in the
   * trash aside) and packages, in the order asked for.
   */
  findPictureUses(args: { sha256s: readonly string[]; draftId: string }): Promise<readonly PictureUses[]>;
}
