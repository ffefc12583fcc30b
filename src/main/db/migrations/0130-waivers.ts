import type { Migration } from './migration.ts';

/** Why people let warnings stand. A reason may be taken back; what a package was built with stays in the package. */
export const migration0130: Migration = {
  version: 130,
  name: 'waivers',
  up(database) {
    database.exec(`
      CREATE TABLE waivers (
        id TEXT PRIMARY KEY,
        draft_id TEXT NOT NULL REFERENCES drafts (id),
        rule TEXT NOT NULL,
        subject TEXT NOT NULL,
        reason TEXT NOT NULL CHECK (reason <> ''),
        by_id TEXT NOT NULL,
        by_name TEXT NOT NULL,
        by_role TEXT NOT NULL,
        at TEXT NOT NULL,
        UNIQUE (draft_id, rule, subject)
      ) STRICT;
    `);
  },
};
