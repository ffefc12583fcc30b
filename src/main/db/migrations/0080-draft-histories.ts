import type { Migration } from './migration.ts';

/**
 * The undo history of each draft, and the words that it leads to. They are kept with it because both are saved one after
 * the other: when the draft holds other words at its next opening, the difference becomes one more step.
 */
export const migration0080: Migration = {
  version: 80,
  name: 'draft-histories',
  up(database) {
    database.exec(`
      CREATE TABLE draft_histories (
        draft_id TEXT PRIMARY KEY REFERENCES drafts (id) ON DELETE CASCADE,
        exact_hash TEXT NOT NULL,
        content BLOB NOT NULL,
        steps BLOB NOT NULL
      ) STRICT;
    `);
  },
};
