import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups, nextBackupPath } from '#main/db/backups/backup-files.ts';
import { writeWish } from '#main/db/opening-wish.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { backUpDesk } from '../filled-desk.ts';
import { say } from './say.ts';

/**
 * A process that writes a backup, or puts one in place: `node backing-up.ts <folder> write|restore <moment> [careless]`. A careless
 * one copies the file page by page under its final name.
 */
const [folder = '', what = '', at = '', careless] = process.argv.slice(2);
const backups = join(folder, 'backups');
writeFileSync(join(folder, 'armed'), '');
say(what);
if (careless !== undefined) {
  const bytes = readFileSync(join(folder, 'gaoqian.sqlite'));
  const file = openSync(nextBackupPath(backups, at), 'w');
  for (let page = 0; page < bytes.length; page += 4096) writeSync(file, bytes, page, 4096);
  closeSync(file);
} else if (what === 'write') {
  await backUpDesk(folder, at);
} else {
  writeWish(folder, { kind: 'restore', backup: listBackups(backups).find((known) => known.at === at)?.path ?? '' });
  (await openStoreFolder(folder, '2026-11-25T08:00:00.000Z')).close();
}
