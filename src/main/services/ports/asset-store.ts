import type { Asset } from '#shared/model/asset.ts';

/** Rows about pictures; their bytes lie in the media folder under their hashes. */
export interface AssetStore {
  findAssets(args: { sha256s: readonly string[] }): Promise<readonly Asset[]>;
  /** Keeps the row; one that came without its original gains it when the original comes in later. */
  saveAsset(args: { asset: Asset }): Promise<void>;
}
