import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packaging } from './configuration.ts';

export interface PackedFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** Beside the archive instead of in it. */
  readonly unpacked: boolean;
}

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
}

/** Folders of the packages that the built app needs at run time, as the lock file marks them and this machine holds them. */
export function productionFolders(lock: LockFile, exists: (folder: string) => boolean): string[] {
  return Object.entries(lock.packages)
    .filter(([place, { dev, devOptional }]) => place !== '' && dev !== true && devOptional !== true && exists(place))
    .map(([place]) => place);
}

/** The files that the installer would hold: what `files` names, and the production packages. */
export function listPackedFiles(projectRoot: string, folders: readonly string[]): PackedFile[] {
  const patterns = (packaging.files as string[]).map((pattern) => pattern.replace(/^!/, ''));
  const refused = (packaging.files as string[])
    .filter((pattern) => pattern.startsWith('!'))
    .map((pattern) => pattern.slice(1));
  const named = patterns.slice(0, patterns.length - refused.length);
  const unpacked = packaging.asarUnpack as string[];
  const inside = folders.map((folder) => `${folder}/**`);
  return [
    ...new Set(
      [...named, ...inside].flatMap((pattern) =>
        globSync(pattern, { cwd: projectRoot, exclude: [...refused, ...nestedPackages(folders)] }),
      ),
    ),
  ]
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => statSync(join(projectRoot, path)).isFile())
    .toSorted()
    .map((path) => ({
      path,
      bytes: statSync(join(projectRoot, path)).size,
      unpacked: unpacked.some((pattern) => path.includes(pattern.replaceAll('**', '').replace(/^\/|\/$/g, '') + '/')),
    }));
}

/** Packages inside a package are listed for themselves, when the app needs them. */
function nestedPackages(folders: readonly string[]): string[] {
  return folders.map((folder) => `${folder}/node_modules/.*`);
}
