import { rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { toAppError } from '#main/db/sqlite-errors.ts';

/**
 * One of several that start at once: `node racing.ts <folder> [careless]`. Waits for a line, tries to open the folder, says `in` or
 * `refused <code>`, and holds what it has until it is killed. A careless one takes the lock away first.
 */
const [folder = '', careless] = process.argv.slice(2);
writeSync(1, 'ready\n');
process.stdin.once('data', () => {
  if (careless !== undefined) rmSync(join(folder, 'lock.db'), { force: true });
  openStoreFolder(folder, new Date().toISOString()).then(
    () => writeSync(1, 'in\n'),
    (thrown: unknown) => writeSync(1, `refused ${toAppError(thrown).code}\n`),
  );
});
