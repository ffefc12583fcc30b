import type { Migration } from './migration.ts';

/** People, settings, trusted keys, and the audit log, which only grows. */
export const migration0050: Migration = {
  version: 50,
  name: 'people',
  up(database) {
    database.exec(`
      CREATE TABLE persons (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        created_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

      CREATE TABLE trusted_keys (
        fingerprint TEXT PRIMARY KEY,
        public_key TEXT NOT NULL,
        name TEXT NOT NULL,
        trusted_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE audit_log (
        sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
        at TEXT NOT NULL,
        person_id TEXT,
        event TEXT NOT NULL,
        facts TEXT NOT NULL,
        previous_hash TEXT,
        hash TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER audit_log_keeps BEFORE DELETE ON audit_log
        BEGIN SELECT raise(ABORT, 'the audit log is kept'); END;
      CREATE TRIGGER audit_log_stays BEFORE UPDATE ON audit_log
        BEGIN SELECT raise(ABORT, 'the audit log does not change'); END;
    `);
  },
};
