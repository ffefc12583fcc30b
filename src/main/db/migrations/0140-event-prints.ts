import type { Migration } from './migration.ts';

/**
 * What the event of a draft, and of each package, is known again by: shingles of headline and lead as 32-bit numbers, least
 * significant byte first, ascending, and the years and batches that they name. Brought up to date with the search index; all drafts and packages
 * are gone through once more for it.
 */
export const migration0140: Migration = {
  version: 140,
  name: 'event-prints',
  up(database) {
    database.exec(`
      CREATE TABLE draft_events (
        draft INTEGER PRIMARY KEY REFERENCES drafts (number),
        shingles BLOB NOT NULL,
        marks TEXT NOT NULL
      ) STRICT;
      CREATE TABLE package_events (
        package INTEGER PRIMARY KEY REFERENCES packages (number),
        shingles BLOB NOT NULL,
        marks TEXT NOT NULL
      ) STRICT;
      INSERT OR IGNORE INTO search_pending SELECT number FROM drafts;
      INSERT OR IGNORE INTO package_pictures_pending SELECT number FROM packages;
    `);
  },
};
