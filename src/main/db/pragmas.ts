import type { Database } from 'better-sqlite3';
import { AppError } from '#shared/errors.ts';

/** `GQDB`: marks our files, so that no other program's database is taken for one. */
export const applicationId = 0x47514442;

/** What every connection runs with. `synchronous` must be said each time: a reopened WAL file would get NORMAL. */
const pragmas = {
  journal_mode: 'wal',
  synchronous: 2,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  busy_timeout: 5000,
  wal_autocheckpoint: 1000,
  journal_size_limit: 67_108_864,
  temp_store: 2,
} as const;

/** Sets each pragma and reads it back; refuses to go on when one did not take. */
export function setPragmas(database: Database): void {
  for (const [name, wanted] of Object.entries(pragmas)) {
    database.pragma(`${name} = ${wanted}`);
    const found: unknown = database.pragma(name, { simple: true });
    if (found !== wanted) throw new AppError('disk-error', { pragma: name, found: String(found) });
  }
}
