import type { Asset } from '#shared/model/asset.ts';
import type { NamedFile } from '#shared/model/named-file.ts';
import type { AssetStore } from './ports/asset-store.ts';
import type { MediaFiles } from './ports/media-files.ts';

export interface FindLackingPorts {
  readonly store: Pick<AssetStore, 'findAssets'>;
  readonly media: Pick<MediaFiles, 'isWhole'>;
}

/**
 * Which of these files are not here whole, with the names of the pictures. Each is read through, as a broken one is as good as
 * none. A picture is here when its renditions are: its original stays on the machine that took it in.
 */
export async function findLacking(
  { store, media }: FindLackingPorts,
  named: readonly NamedFile[],
): Promise<readonly NamedFile[]> {
  const sha256s = [...new Set(named.map(({ sha256 }) => sha256))];
  const assets = new Map((await store.findAssets({ sha256s })).map((asset) => [asset.sha256, asset]));
  const known = new Map<string, boolean>();
  const isWhole = async (sha256: string): Promise<boolean> => {
    const found = known.get(sha256) ?? (await media.isWhole(sha256));
    known.set(sha256, found);
    return found;
  };
  const isHere = async ({ kind, sha256 }: NamedFile, asset: Asset | undefined): Promise<boolean> => {
    if (kind === 'attachment') return isWhole(sha256);
    return asset !== undefined && (await isWhole(asset.display.sha256)) && (await isWhole(asset.thumbnail.sha256));
  };
  const lacking: NamedFile[] = [];
  for (const file of named) {
    const asset = assets.get(file.sha256);
    if (await isHere(file, asset)) continue;
    lacking.push(file.kind === 'picture' && asset ? { ...file, name: asset.name } : file);
  }
  return lacking;
}
