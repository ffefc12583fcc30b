import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Real pages and photos that lie beside the repository on some machines; the project itself holds only what it made. */
const folder = resolve(import.meta.dirname, '../../../shared/fixtures');

/** Path of a shared fixture, or null where there is none: the test then uses our own. */
export function sharedFixture(path: string): string | null {
  const found = resolve(folder, path);
  return existsSync(found) ? found : null;
}
