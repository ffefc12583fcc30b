import type { Migration } from './migration.ts';

/**
 * Drafts, revisions and the journal. A draft's row carries what the list shows of its newest words, so the list never
 * reads content. `draft_counts` is kept by triggers: the numbers beside the filters cost nothing to read.
 */
export const migration0010: Migration = {
  version: 10,
  name: 'drafts',
  up(database) {
    database.exec(`
      CREATE TABLE drafts (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        author_id TEXT NOT NULL,
        author_name TEXT NOT NULL,
        author_role TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
          ('drafting', 'first-review', 'second-review', 'final-review', 'returned', 'signed-off', 'published')),
        head_id TEXT NOT NULL REFERENCES revisions (id) DEFERRABLE INITIALLY DEFERRED,
        incoming_id TEXT REFERENCES revisions (id),
        headline TEXT NOT NULL,
        column_id TEXT NOT NULL,
        characters INTEGER NOT NULL,
        figures INTEGER NOT NULL,
        to_confirm INTEGER NOT NULL,
        planned_at TEXT,
        content_hash TEXT NOT NULL,
        published_hash TEXT,
        revision INTEGER NOT NULL,
        journal_sequence INTEGER NOT NULL,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        trashed_at TEXT
      ) STRICT;
      CREATE INDEX drafts_by_updated ON drafts (state, updated_at, number, author_id) WHERE trashed_at IS NULL;
      CREATE INDEX drafts_by_planned ON drafts (state, ifnull(planned_at, '9999'), number, author_id)
        WHERE trashed_at IS NULL;
      CREATE INDEX drafts_by_number ON drafts (state, number, author_id) WHERE trashed_at IS NULL;
      CREATE INDEX drafts_in_trash ON drafts (updated_at, number) WHERE trashed_at IS NOT NULL;

      CREATE TABLE revisions (
        id TEXT PRIMARY KEY,
        draft_id TEXT NOT NULL REFERENCES drafts (id) DEFERRABLE INITIALLY DEFERRED,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        parent_id TEXT,
        kind TEXT NOT NULL,
        headline TEXT NOT NULL,
        characters INTEGER NOT NULL,
        content_hash TEXT NOT NULL,
        exact_hash TEXT NOT NULL,
        link TEXT NOT NULL,
        by_id TEXT NOT NULL,
        by_name TEXT NOT NULL,
        by_role TEXT NOT NULL,
        at TEXT NOT NULL,
        content BLOB NOT NULL,
        UNIQUE (draft_id, sequence)
      ) STRICT;
      CREATE TRIGGER revisions_keep BEFORE DELETE ON revisions
        BEGIN SELECT raise(ABORT, 'revisions are kept'); END;
      CREATE TRIGGER revisions_stay BEFORE UPDATE ON revisions
        BEGIN SELECT raise(ABORT, 'revisions do not change'); END;

      CREATE TABLE journal (
        number INTEGER PRIMARY KEY,
        draft_id TEXT NOT NULL REFERENCES drafts (id),
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        base_revision_id TEXT NOT NULL REFERENCES revisions (id),
        characters INTEGER NOT NULL,
        exact_hash TEXT NOT NULL,
        by_id TEXT NOT NULL,
        by_name TEXT NOT NULL,
        by_role TEXT NOT NULL,
        at TEXT NOT NULL,
        content TEXT NOT NULL,
        UNIQUE (draft_id, sequence)
      ) STRICT;
      CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
        BEGIN SELECT raise(ABORT, 'journal entries do not change'); END;

      CREATE TABLE draft_counts (
        trashed INTEGER NOT NULL,
        state TEXT NOT NULL,
        author_id TEXT NOT NULL,
        drafts INTEGER NOT NULL,
        PRIMARY KEY (trashed, state, author_id)
      ) STRICT, WITHOUT ROWID;
      CREATE TRIGGER drafts_counted_in AFTER INSERT ON drafts BEGIN
        INSERT INTO draft_counts VALUES (NEW.trashed_at IS NOT NULL, NEW.state, NEW.author_id, 1)
          ON CONFLICT DO UPDATE SET drafts = drafts + 1;
      END;
      CREATE TRIGGER drafts_counted_over AFTER UPDATE OF state, trashed_at ON drafts
        WHEN OLD.state <> NEW.state OR (OLD.trashed_at IS NULL) <> (NEW.trashed_at IS NULL) BEGIN
        UPDATE draft_counts SET drafts = drafts - 1
          WHERE trashed = (OLD.trashed_at IS NOT NULL) AND state = OLD.state AND author_id = OLD.author_id;
        INSERT INTO draft_counts VALUES (NEW.trashed_at IS NOT NULL, NEW.state, NEW.author_id, 1)
          ON CONFLICT DO UPDATE SET drafts = drafts + 1;
      END;
      CREATE TRIGGER drafts_stay BEFORE DELETE ON drafts
        BEGIN SELECT raise(ABORT, 'drafts are kept'); END;
    `);
  },
};
