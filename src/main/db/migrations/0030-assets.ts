import type { Migration } from './migration.ts';

/** Pictures by the SHA-256 of their original; bytes lie in the media folder. */
export const migration0030: Migration = {
  version: 30,
  name: 'assets',
  up(database) {
    database.exec(`
      CREATE TABLE assets (
        sha256 TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        taken_at TEXT,
        had_location INTEGER NOT NULL CHECK (had_location IN (0, 1)),
        has_original INTEGER NOT NULL CHECK (has_original IN (0, 1)),
        display_sha256 TEXT NOT NULL,
        display_width INTEGER NOT NULL,
        display_height INTEGER NOT NULL,
        display_bytes INTEGER NOT NULL,
        thumbnail_sha256 TEXT NOT NULL,
        thumbnail_width INTEGER NOT NULL,
        thumbnail_height INTEGER NOT NULL,
        thumbnail_bytes INTEGER NOT NULL
      ) STRICT;
    `);
  },
};
