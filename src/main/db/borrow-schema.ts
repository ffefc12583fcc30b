import type { Database } from 'better-sqlite3';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';

/** In the header at the start of a file: how many pages it has; its first free page, and how many there are. */
const pageCountAt = 28;
const freePagesAt = 32;

/**
 * Gives a file of which SQLite cannot read what tables there are, or even what it is, the pages that say so of another one: a
 * backup is a copy page by page, so its tables begin where those of the live file do. Whether they do is for the caller to see.
 */
export function borrowSchema(path: string, lender: Database): void {
  const pages = lender.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").pluck().all();
  const pageBytes = Number(lender.pragma('page_size', { simple: true }));
  lender.pragma('wal_checkpoint(TRUNCATE)');
  const [from, to] = [openSync(lender.name, 'r'), openSync(path, 'r+')];
  try {
    const page = Buffer.alloc(pageBytes);
    for (const number of pages) {
      readSync(from, page, 0, pageBytes, (number - 1) * pageBytes);
      if (number === 1) {
        page.writeUInt32BE(Math.floor(fstatSync(to).size / pageBytes), pageCountAt);
        page.fill(0, freePagesAt, freePagesAt + 8);
      }
      writeSync(to, page, 0, pageBytes, (number - 1) * pageBytes);
    }
    fsyncSync(to);
  } finally {
    closeSync(from);
    closeSync(to);
  }
}
