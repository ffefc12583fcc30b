import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { toAppError } from '#main/db/sqlite-errors.ts';
import { say } from './say.ts';

/**
 * One of several that start at once: `node racing.ts <folder> [careless]`. Waits for a line, tries to open the folder, says `in` or
 * `refused <code>`, and holds what it has until it is killed. A careless one takes the lock away first.
 */
const [folder = '', careless] = process.argv.slice(2);
say('ready');
process.stdin.once('data', () => {
  if (careless !== undefined) rmSync(join(folder, 'lock.db'), { force: true });
  openStoreFolder(folder, new Date().toISOString()).then(
    () => say('in'),
    (thrown: unknown) => say(`refused ${toAppError(thrown).code}`),
  );
});
