import type { Migration } from './migration.ts';

/** Names that people give to revisions, so that they find them again. The revisions themselves do not change. */
export const migration0100: Migration = {
  version: 100,
  name: 'revision-names',
  up(database) {
    database.exec(`
      CREATE TABLE revision_names (
        revision_id TEXT PRIMARY KEY REFERENCES revisions (id),
        draft_id TEXT NOT NULL REFERENCES drafts (id),
        name TEXT NOT NULL CHECK (name <> ''),
        by_id TEXT NOT NULL,
        by_name TEXT NOT NULL,
        by_role TEXT NOT NULL,
        at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX revision_names_of_draft ON revision_names (draft_id);
    `);
  },
};
