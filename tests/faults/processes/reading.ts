import { openForReading, openStoreFolder } from '#main/db/store-folder.ts';
import { toAppError } from '#main/db/sqlite-errors.ts';
import { hashOf, promisesOf } from '../promises.ts';
import { say } from './say.ts';

/**
 * A start where nothing may be written: `node reading.ts <folder>`. Says `refused <code>` or `opened` for the usual way, then
 * `read <hash>` for everything that can be read in the other.
 */
const [folder = ''] = process.argv.slice(2);
const opened = await openStoreFolder(folder, new Date().toISOString()).catch((thrown: unknown) => {
  say(`refused ${toAppError(thrown).code}`);
  return null;
});
if (opened) {
  say('opened');
  opened.close();
}
const reading = openForReading(folder);
const { drafts } = promisesOf(reading.database);
say(`read ${hashOf(drafts)}`);
reading.close();
