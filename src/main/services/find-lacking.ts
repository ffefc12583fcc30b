import { inParallel } from '#shared/in-parallel.ts';
import type { NamedFile } from '#shared/model/named-file.ts';
import type { AssetStore } from './ports/asset-store.ts';
import type { MediaFiles } from './ports/media-files.ts';

export interface FindLackingPorts {
  readonly store: Pick<AssetStore, 'findAssets'>;
  readonly media: Pick<MediaFiles, 'isWhole'>;
}

/** Two keep the processor at hashing while the disk reads on. */
const readAtOnce = 2;

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
  /** What must be here for this file; null for a picture that nobody knows. */
  const partsOf = ({ kind, sha256 }: NamedFile): readonly string[] | null => {
    if (kind === 'attachment') return [sha256];
    const asset = assets.get(sha256);
    return asset ? [asset.display.sha256, asset.thumbnail.sha256] : null;
  };
  const parts = [...new Set(named.flatMap((file) => partsOf(file) ?? []))];
  const areWhole = await inParallel(parts, readAtOnce, async (sha256) => media.isWhole(sha256));
  const whole = new Set(parts.filter((_sha256, at) => areWhole[at]));
  const isHere = (file: NamedFile): boolean => partsOf(file)?.every((sha256) => whole.has(sha256)) ?? false;
  return named
    .filter((file) => !isHere(file))
    .map((file) => (file.kind === 'picture' ? { ...file, name: assets.get(file.sha256)?.name ?? file.name } : file));
}
