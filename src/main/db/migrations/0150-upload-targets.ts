import type { Migration } from './migration.ts';

/**
 * Uploads name the target that they go to; one package may go to several. Those that are there went to the one portal
 * there was. Uploads can be paused, and delivered to a folder. A table's checks cannot be changed, so both tables are
 * written anew, the one that points at the other first.
 */
export const migration0150: Migration = {
  version: 150,
  name: 'upload-targets',
  up(database) {
    database.exec(`
      CREATE TABLE new_uploads (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        package_id TEXT NOT NULL REFERENCES packages (id),
        draft_id TEXT NOT NULL REFERENCES drafts (id),
        package_name TEXT NOT NULL,
        target_id TEXT NOT NULL,
        target_name TEXT NOT NULL,
        zip_sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        "offset" INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'verifying', 'published', 'delivered', 'waiting',
          'paused', 'failed', 'cancelled')),
        attempts INTEGER NOT NULL,
        next_try_at TEXT,
        last_error TEXT,
        tus_url TEXT NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        UNIQUE (package_id, zip_sha256, target_id)
      ) STRICT;
      INSERT INTO new_uploads (number, id, package_id, draft_id, package_name, target_id, target_name, zip_sha256, bytes,
          "offset", state, attempts, next_try_at, last_error, tus_url, created_at, updated_at)
        SELECT number, id, package_id, draft_id, package_name, 'portal', '', zip_sha256, bytes,
          "offset", state, attempts, next_try_at, last_error, tus_url, created_at, updated_at FROM uploads;

      CREATE TABLE new_receipts (
        upload_id TEXT PRIMARY KEY REFERENCES new_uploads (id),
        zip_sha256 TEXT NOT NULL,
        page_url TEXT NOT NULL,
        published_at TEXT NOT NULL,
        receipt TEXT NOT NULL
      ) STRICT;
      INSERT INTO new_receipts SELECT upload_id, zip_sha256, page_url, published_at, receipt FROM receipts;

      DROP TABLE receipts;
      DROP TABLE uploads;
      ALTER TABLE new_uploads RENAME TO uploads;
      ALTER TABLE new_receipts RENAME TO receipts;
      CREATE INDEX open_uploads ON uploads (number)
        WHERE state IN ('queued', 'sending', 'verifying', 'waiting');
      CREATE TRIGGER receipts_keep BEFORE DELETE ON receipts
        BEGIN SELECT raise(ABORT, 'receipts are kept'); END;
    `);
  },
};
