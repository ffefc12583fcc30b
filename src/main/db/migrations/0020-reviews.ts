import type { Migration } from './migration.ts';

/** The sign-off chain, which only grows, and comments. */
export const migration0020: Migration = {
  version: 20,
  name: 'reviews',
  up(database) {
    database.exec(`
      CREATE TABLE review_records (
        id TEXT PRIMARY KEY,
        draft_id TEXT NOT NULL REFERENCES drafts (id),
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        act TEXT NOT NULL CHECK (act IN ('submit', 'withdraw', 'decide')),
        step TEXT CHECK (step IN ('first', 'second', 'final')),
        decision TEXT CHECK (decision IN ('pass', 'return', 'revise')),
        by_id TEXT NOT NULL,
        by_name TEXT NOT NULL,
        by_role TEXT NOT NULL,
        note TEXT NOT NULL,
        at TEXT NOT NULL,
        content_hash TEXT NOT NULL,
        previous_hash TEXT,
        hash TEXT NOT NULL,
        UNIQUE (draft_id, sequence),
        CHECK ((act = 'decide') = (step IS NOT NULL AND decision IS NOT NULL))
      ) STRICT;
      CREATE TRIGGER review_records_keep BEFORE DELETE ON review_records
        BEGIN SELECT raise(ABORT, 'review records are kept'); END;
      CREATE TRIGGER review_records_stay BEFORE UPDATE ON review_records
        BEGIN SELECT raise(ABORT, 'review records do not change'); END;

      CREATE TABLE comments (
        id TEXT PRIMARY KEY,
        draft_id TEXT NOT NULL REFERENCES drafts (id),
        quote TEXT NOT NULL,
        text TEXT NOT NULL,
        by_id TEXT NOT NULL,
        by_name TEXT NOT NULL,
        by_role TEXT NOT NULL,
        at TEXT NOT NULL,
        resolved_at TEXT,
        resolved_by_id TEXT,
        resolved_by_name TEXT,
        resolved_by_role TEXT
      ) STRICT;
      CREATE INDEX comments_of_draft ON comments (draft_id, at, id);
    `);
  },
};
