import type { Migration } from './migration.ts';

/**
 * Attachments that nothing names go by the rule of pictures (decision 0022), so the marks are of any file. What was marked
 * stays marked since the same day.
 */
export const migration0200: Migration = {
  version: 200,
  name: 'unused-files',
  up(database) {
    database.exec(`
      CREATE TABLE unused_files (
        sha256 TEXT PRIMARY KEY,
        since INTEGER NOT NULL REFERENCES days_of_use (number)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO unused_files (sha256, since) SELECT sha256, since FROM unused_pictures;
      DROP TABLE unused_pictures;
    `);
  },
};
