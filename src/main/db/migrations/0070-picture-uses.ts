import type { Migration } from './migration.ts';

/**
 * Edited pictures, what pictures look like, and where they are used. `picture_hashes` has a row for each picture that was
 * looked at, with nulls for one that shows nothing to tell it by; older pictures are looked at in the background.
 * `draft_pictures` holds the pictures of each draft's newest words and is brought up to date with the search index;
 * `package_pictures` those of each package, whose words never change.
 */
export const migration0070: Migration = {
  version: 70,
  name: 'picture-uses',
  up(database) {
    database.exec(`
      ALTER TABLE assets ADD COLUMN derived_from TEXT;
      ALTER TABLE assets ADD COLUMN edit TEXT CHECK ((derived_from IS NULL) = (edit IS NULL));
      CREATE INDEX assets_derived_from ON assets (derived_from, edit) WHERE derived_from IS NOT NULL;

      CREATE TABLE picture_hashes (
        sha256 TEXT PRIMARY KEY REFERENCES assets (sha256),
        band1 INTEGER,
        band2 INTEGER,
        band3 INTEGER,
        band4 INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX picture_hashes_by_band1 ON picture_hashes (band1) WHERE band1 IS NOT NULL;
      CREATE INDEX picture_hashes_by_band2 ON picture_hashes (band2) WHERE band2 IS NOT NULL;
      CREATE INDEX picture_hashes_by_band3 ON picture_hashes (band3) WHERE band3 IS NOT NULL;
      CREATE INDEX picture_hashes_by_band4 ON picture_hashes (band4) WHERE band4 IS NOT NULL;

      CREATE TABLE draft_pictures (
        asset TEXT NOT NULL,
        draft INTEGER NOT NULL REFERENCES drafts (number),
        PRIMARY KEY (asset, draft)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX draft_pictures_of_draft ON draft_pictures (draft);
      INSERT OR IGNORE INTO search_pending SELECT number FROM drafts;

      CREATE TABLE package_pictures (
        asset TEXT NOT NULL,
        package INTEGER NOT NULL REFERENCES packages (number),
        PRIMARY KEY (asset, package)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE package_pictures_pending (package INTEGER PRIMARY KEY REFERENCES packages (number)) STRICT;
      INSERT INTO package_pictures_pending SELECT number FROM packages;
      CREATE TRIGGER packages_pictured AFTER INSERT ON packages
        BEGIN INSERT OR IGNORE INTO package_pictures_pending VALUES (NEW.number); END;
    `);
  },
};
