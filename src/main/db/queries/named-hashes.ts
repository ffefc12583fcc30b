import type { Database } from 'better-sqlite3';
import type { ReadTo } from '#main/services/ports/unused-file-store.ts';
import { unpack } from '../content-codec.ts';
import { storedText } from '../content-delta.ts';

const hashPattern = /[0-9a-f]{64}/g;

/**
 * What a text may name a picture or an attachment by: whatever looks like a SHA-256, wherever it stands. A reader of the
 * document's structure could miss a place that a later version adds, and then a file that is in use would go.
 */
export function hashesIn(text: string): readonly string[] {
  return text.match(hashPattern) ?? [];
}

/** Every text that can name a file: all versions, the journal, and undo histories. Drafts in the trash are among them. */
export function* allTexts(database: Database): Generator<string> {
  yield* versionTexts(database, 0);
  yield* journalTexts(database);
  const histories = database.prepare<[], { content: Uint8Array; steps: Uint8Array }>(
    'SELECT content, steps FROM draft_histories',
  );
  for (const { content, steps } of histories.iterate()) {
    yield unpack(content);
    yield unpack(steps);
  }
}

/** What is named by the versions that came after a walk had read all, and by the whole journal, which is short. */
export function hashesNamedSince(database: Database, { revision }: ReadTo): Set<string> {
  const named = new Set<string>();
  for (const texts of [versionTexts(database, revision), journalTexts(database)]) {
    for (const text of texts) for (const sha256 of hashesIn(text)) named.add(sha256);
  }
  return named;
}

/** Where all words end now. */
export function endOfWords(database: Database): ReadTo {
  const ends = `SELECT (SELECT ifnull(max(rowid), 0) FROM revisions) AS revision,
    (SELECT count(*) FROM purged_drafts) AS purges`;
  return database.prepare<[], ReadTo>(ends).get() ?? { revision: 0, purges: 0 };
}

/** These pictures with all that they were made of: cutting anew begins from there. */
export function withSources(database: Database, sha256s: Iterable<string>): Set<string> {
  const all = new Set<string>();
  const source = database.prepare<[string], string | null>('SELECT derived_from FROM assets WHERE sha256 = ?').pluck();
  for (const sha256 of sha256s) {
    for (let at: string | null | undefined = sha256; at && !all.has(at); at = source.get(at)) all.add(at);
  }
  return all;
}

function* versionTexts(database: Database, after: number): Generator<string> {
  const rows = database.prepare<[number], { content: Uint8Array; base: Uint8Array | null }>(
    `SELECT revisions.content, bases.content AS base
     FROM revisions LEFT JOIN revisions bases ON bases.id = revisions.base_id WHERE revisions.rowid > ?`,
  );
  for (const { content, base } of rows.iterate(after)) yield storedText(content, base);
}

function* journalTexts(database: Database): Generator<string> {
  for (const { content } of database.prepare<[], { content: string }>('SELECT content FROM journal').iterate()) {
    yield content;
  }
}
