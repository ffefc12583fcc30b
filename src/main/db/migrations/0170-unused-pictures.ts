import type { Migration } from './migration.ts';

/**
 * Pictures that nothing shows any more. `days_of_use` counts the days on which the program was used, each date once: time that
 * no wrong clock can make pass, as one jump adds one day. `unused_pictures` says since which of these days a picture is
 * without use. `removed_files` are files whose pictures are gone from the database and that are still to be deleted: a kill
 * in between leaves them here for the next time.
 */
export const migration0170: Migration = {
  version: 170,
  name: 'unused-pictures',
  up(database) {
    database.exec(`
      CREATE TABLE days_of_use (number INTEGER PRIMARY KEY, day TEXT NOT NULL UNIQUE) STRICT;
      CREATE TABLE unused_pictures (
        sha256 TEXT PRIMARY KEY REFERENCES assets (sha256) ON DELETE CASCADE,
        since INTEGER NOT NULL REFERENCES days_of_use (number)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE removed_files (sha256 TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
      CREATE INDEX audit_of_removed_pictures ON audit_log (sequence) WHERE event = 'pictures.removed';
    `);
  },
};
