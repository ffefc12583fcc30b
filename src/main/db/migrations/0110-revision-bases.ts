import type { Migration } from './migration.ts';

/**
 * A revision may be stored as what it does not share with another of its draft, its base, which is itself stored whole.
 * Revisions that are there already stay as they are: whole, without a base. No row is written, so this takes no time.
 */
export const migration0110: Migration = {
  version: 110,
  name: 'revision-bases',
  up(database) {
    database.exec('ALTER TABLE revisions ADD COLUMN base_id TEXT REFERENCES revisions (id)');
  },
};
