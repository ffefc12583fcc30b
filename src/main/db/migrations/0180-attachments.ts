import type { Migration } from './migration.ts';

/**
 * Files that drafts carry for download. Which draft has which stands in its words; this says which files of the media
 * folder are theirs, so that backups take them.
 */
export const migration0180: Migration = {
  version: 180,
  name: 'attachments',
  up(database) {
    database.exec(`
      CREATE TABLE attachments (
        sha256 TEXT PRIMARY KEY,
        type TEXT NOT NULL,
        bytes INTEGER NOT NULL CHECK (bytes > 0),
        at TEXT NOT NULL
      ) STRICT;
    `);
  },
};
