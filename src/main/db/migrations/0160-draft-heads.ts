import type { Migration } from './migration.ts';

/**
 * Which draft a revision is the head of. A draft comes in before its first revision; when that follows, SQLite looks for all
 * drafts that wait for it, and without this reads through every draft there is.
 */
export const migration0160: Migration = {
  version: 160,
  name: 'draft-heads',
  up(database) {
    database.exec('CREATE INDEX drafts_by_head ON drafts (head_id)');
  },
};
