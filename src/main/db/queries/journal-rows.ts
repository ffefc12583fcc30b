import type { Database } from 'better-sqlite3';
import { sql } from '../statements.ts';
import type { SignatoryColumns } from './signatory-columns.ts';

/** A line of `journal`, with the words as text. */
export interface JournalRow extends SignatoryColumns {
  draft_id: string;
  sequence: number;
  base_revision_id: string;
  characters: number;
  exact_hash: string;
  at: string;
  content: string;
}

export function insertJournalRow(database: Database, row: JournalRow): void {
  sql<[JournalRow]>(
    database,
    `INSERT INTO journal (draft_id, sequence, base_revision_id, characters, exact_hash, by_id, by_name, by_role, at, content)
     VALUES (@draft_id, @sequence, @base_revision_id, @characters, @exact_hash, @by_id, @by_name, @by_role, @at, @content)`,
  ).run(row);
}

/** The newest entry that no revision holds. */
export function newestJournalRow(database: Database, draftId: string): JournalRow | undefined {
  return sql<[string], JournalRow>(
    database,
    'SELECT * FROM journal WHERE draft_id = ? ORDER BY sequence DESC LIMIT 1',
  ).get(draftId);
}

/** Its size alone, without reading its words. */
export function newestJournalSize(database: Database, draftId: string): number | undefined {
  return sql<[string], { characters: number }>(
    database,
    'SELECT characters FROM journal WHERE draft_id = ? ORDER BY sequence DESC LIMIT 1',
  ).get(draftId)?.characters;
}

/** The most characters that an entry has, without reading its words. */
export function largestJournalSize(database: Database, draftId: string): number | undefined {
  return (
    sql<[string], { characters: number | null }>(
      database,
      'SELECT max(characters) AS characters FROM journal WHERE draft_id = ?',
    ).get(draftId)?.characters ?? undefined
  );
}

/** The entry with the most words, the newest of those. */
export function largestJournalRow(database: Database, draftId: string): JournalRow | undefined {
  return sql<[string], JournalRow>(
    database,
    'SELECT * FROM journal WHERE draft_id = ? ORDER BY characters DESC, sequence DESC LIMIT 1',
  ).get(draftId);
}

export function clearJournal(database: Database, draftId: string): void {
  sql<[string]>(database, 'DELETE FROM journal WHERE draft_id = ?').run(draftId);
}
