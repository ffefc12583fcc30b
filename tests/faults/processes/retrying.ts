import { fsyncSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The canary of a failed fsync: `node retrying.ts <folder>` asks for it again until the system says yes, which proves nothing. */
const [folder = ''] = process.argv.slice(2);
writeFileSync(join(folder, 'armed'), '');
const file = openSync(join(folder, 'words.txt'), 'w');
writeSync(file, '要紧的话');
for (let tries = 0; tries < 3; tries += 1) {
  try {
    fsyncSync(file);
    break;
  } catch {
    // The system has marked the pages as clean by now.
  }
}
