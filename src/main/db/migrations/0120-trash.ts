import type { Migration } from './migration.ts';

/**
 * Who moved a draft to the trash, and purging. While a draft is purged its id stands in `purging`, which opens the triggers
 * for its rows alone; outside that transaction the table is empty. `purged_drafts` keeps what is kept for good: that there
 * was such a draft, and its review records.
 */
export const migration0120: Migration = {
  version: 120,
  name: 'trash',
  up(database) {
    database.exec(`
      ALTER TABLE drafts ADD COLUMN trashed_by_id TEXT;
      ALTER TABLE drafts ADD COLUMN trashed_by_name TEXT;
      UPDATE drafts SET trashed_by_id = (
        SELECT person_id FROM audit_log
        WHERE event = 'draft.trashed' AND json_extract(facts, '$.draftId') = drafts.id
        ORDER BY sequence DESC LIMIT 1
      ) WHERE trashed_at IS NOT NULL;
      UPDATE drafts SET trashed_by_name = (SELECT name FROM persons WHERE persons.id = trashed_by_id)
        WHERE trashed_by_id IS NOT NULL;

      CREATE TABLE purging (draft_id TEXT PRIMARY KEY) STRICT;
      CREATE TABLE purged_drafts (
        sequence INTEGER PRIMARY KEY,
        draft_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        author_id TEXT NOT NULL,
        author_name TEXT NOT NULL,
        by_id TEXT NOT NULL,
        by_name TEXT NOT NULL,
        at TEXT NOT NULL,
        review_records TEXT NOT NULL
      ) STRICT;
      CREATE TRIGGER purged_drafts_keep BEFORE DELETE ON purged_drafts
        BEGIN SELECT raise(ABORT, 'what was purged stays known'); END;
      CREATE TRIGGER purged_drafts_stay BEFORE UPDATE ON purged_drafts
        BEGIN SELECT raise(ABORT, 'what was purged stays known'); END;

      DROP TRIGGER drafts_stay;
      CREATE TRIGGER drafts_stay BEFORE DELETE ON drafts WHEN OLD.id NOT IN (SELECT draft_id FROM purging)
        BEGIN SELECT raise(ABORT, 'drafts are kept'); END;
      DROP TRIGGER revisions_keep;
      CREATE TRIGGER revisions_keep BEFORE DELETE ON revisions WHEN OLD.draft_id NOT IN (SELECT draft_id FROM purging)
        BEGIN SELECT raise(ABORT, 'revisions are kept'); END;
      DROP TRIGGER review_records_keep;
      CREATE TRIGGER review_records_keep BEFORE DELETE ON review_records
        WHEN OLD.draft_id NOT IN (SELECT draft_id FROM purging)
        BEGIN SELECT raise(ABORT, 'review records are kept'); END;
      CREATE TRIGGER drafts_counted_out AFTER DELETE ON drafts BEGIN
        UPDATE draft_counts SET drafts = drafts - 1
          WHERE trashed = (OLD.trashed_at IS NOT NULL) AND state = OLD.state AND author_id = OLD.author_id;
      END;
    `);
  },
};
