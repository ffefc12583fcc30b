import type { Migration } from './migration.ts';

/**
 * The search index by field, over all words of a draft, and over words that only earlier revisions have: each passage that
 * a revision took away, with the last revision that had it. Words are cut before they come here (`search-words.ts`), so the
 * tokenizer has nothing to do but to part them at spaces. `headline_key` orders headlines by pinyin and is written when a
 * draft is indexed.
 */
export const migration0090: Migration = {
  version: 90,
  name: 'search-fields',
  up(database) {
    database.exec(`
      DROP TABLE draft_search;
      CREATE VIRTUAL TABLE draft_search USING fts5 (
        headline, body, captions, credits, authors, details, files,
        content = '', contentless_delete = 1, tokenize = 'ascii'
      );
      INSERT OR IGNORE INTO search_pending SELECT number FROM drafts;

      ALTER TABLE drafts ADD COLUMN headline_key TEXT NOT NULL DEFAULT '';
      CREATE INDEX drafts_by_headline ON drafts (state, headline_key, number, author_id) WHERE trashed_at IS NULL;
      CREATE INDEX drafts_by_column ON drafts (column_id, number) WHERE trashed_at IS NULL;

      CREATE TABLE earlier_passages (
        number INTEGER PRIMARY KEY,
        draft INTEGER NOT NULL REFERENCES drafts (number),
        revision_id TEXT NOT NULL REFERENCES revisions (id),
        hash TEXT NOT NULL,
        UNIQUE (draft, hash)
      ) STRICT;
      CREATE VIRTUAL TABLE earlier_search USING fts5 (
        headline, body, captions, credits, authors, details, files,
        content = '', contentless_delete = 1, tokenize = 'ascii'
      );
      CREATE TABLE earlier_pending (
        draft_id TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        PRIMARY KEY (draft_id, sequence)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO earlier_pending SELECT draft_id, sequence FROM revisions WHERE sequence > 1;
      CREATE TRIGGER revisions_searched AFTER INSERT ON revisions WHEN NEW.sequence > 1
        BEGIN INSERT OR IGNORE INTO earlier_pending VALUES (NEW.draft_id, NEW.sequence); END;
    `);
  },
};
