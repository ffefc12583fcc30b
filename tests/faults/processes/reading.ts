import { writeSync } from 'node:fs';
import { openForReading, openStoreFolder } from '#main/db/store-folder.ts';
import { toAppError } from '#main/db/sqlite-errors.ts';
import { hashOf, promisesOf } from '../promises.ts';

/**
 * A start where nothing may be written: `node reading.ts <folder>`. Says `refused <code>` or `opened` for the usual way, then
 * `read <hash>` for everything that can be read in the other.
 */
const [folder = ''] = process.argv.slice(2);
const opened = await openStoreFolder(folder, new Date().toISOString()).catch((thrown: unknown) => {
  writeSync(1, `refused ${toAppError(thrown).code}\n`);
  return null;
});
if (opened) {
  writeSync(1, 'opened\n');
  opened.close();
}
const reading = openForReading(folder);
const { drafts } = promisesOf(reading.database);
writeSync(1, `read ${hashOf(drafts)}\n`);
reading.close();
