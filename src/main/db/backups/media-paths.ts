import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const namePattern = /^[0-9a-f]{64}$/;

/** `<folder>/<first two hex digits>/<sha256>`, as the media folder itself is laid out (`files/media-files.ts`). */
export function mediaPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

/** The hashes that lie in a media folder. */
export function listMedia(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((shard) => /^[0-9a-f]{2}$/.test(shard))
    .flatMap((shard) => readdirSync(join(folder, shard)))
    .filter((name) => namePattern.test(name));
}
