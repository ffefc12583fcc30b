import type { Migration } from './migration.ts';

/** Packages, the queue that sends them, and what the portal answered. */
export const migration0040: Migration = {
  version: 40,
  name: 'publishing',
  up(database) {
    database.exec(`
      CREATE TABLE packages (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        draft_id TEXT NOT NULL REFERENCES drafts (id),
        revision_id TEXT NOT NULL REFERENCES revisions (id),
        name TEXT NOT NULL,
        zip_sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        path TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX packages_of_draft ON packages (draft_id, number);

      CREATE TABLE uploads (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        package_id TEXT NOT NULL REFERENCES packages (id),
        draft_id TEXT NOT NULL REFERENCES drafts (id),
        package_name TEXT NOT NULL,
        zip_sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        "offset" INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN
          ('queued', 'sending', 'verifying', 'published', 'waiting', 'failed', 'cancelled')),
        attempts INTEGER NOT NULL,
        next_try_at TEXT,
        last_error TEXT,
        tus_url TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        UNIQUE (package_id, zip_sha256)
      ) STRICT;

      CREATE TABLE receipts (
        upload_id TEXT PRIMARY KEY REFERENCES uploads (id),
        zip_sha256 TEXT NOT NULL,
        page_url TEXT NOT NULL,
        published_at TEXT NOT NULL,
        receipt TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER receipts_keep BEFORE DELETE ON receipts
        BEGIN SELECT raise(ABORT, 'receipts are kept'); END;
    `);
  },
};
