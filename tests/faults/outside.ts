import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Puts files beside the data folder that are none of our business. */
export function putOutside(place: string): void {
  mkdirSync(join(place, 'outside', 'letters'), { recursive: true });
  writeFileSync(join(place, 'outside', 'letters', '家信.txt'), '别动我。');
  writeFileSync(join(place, 'outside', 'gaoqian.sqlite'), 'another program’s');
}

/** Everything under `outside`, as one text to compare. */
export function outsideOf(place: string): string {
  const root = join(place, 'outside');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return `${relative(root, path)} ${entry.isFile() ? readFileSync(path, 'base64') : 'folder'}`;
    })
    .sort()
    .join('\n');
}
