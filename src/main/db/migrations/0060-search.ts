import type { Migration } from './migration.ts';

/**
 * The bigram index over headline and body of each draft's newest words (see `search-words.ts`). It holds no text of its
 * own. `search_pending` names the drafts whose words changed since, so that saving need not wait for indexing.
 */
export const migration0060: Migration = {
  version: 60,
  name: 'search',
  up(database) {
    database.exec(`
      CREATE VIRTUAL TABLE draft_search USING fts5 (
        words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
      );
      CREATE TABLE search_pending (number INTEGER PRIMARY KEY REFERENCES drafts (number)) STRICT;
      INSERT INTO search_pending SELECT number FROM drafts;
      CREATE TRIGGER drafts_searched_in AFTER INSERT ON drafts
        BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.number); END;
      CREATE TRIGGER drafts_searched_anew AFTER UPDATE OF content_hash ON drafts
        WHEN OLD.content_hash <> NEW.content_hash
        BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.number); END;
    `);
  },
};
