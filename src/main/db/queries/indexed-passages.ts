import type { Database } from 'better-sqlite3';
import { assetsOf } from '#shared/document/walk.ts';
import type { DraftContent } from '#shared/model/draft.ts';
import { passagesOf, type Passage } from '#shared/search/passages.ts';
import { searchFields } from '#shared/search/search-field.ts';
import { sql } from '../statements.ts';
import { indexColumns, searchWords } from './search-words.ts';

/** All words of a content that are searched, the file names of its pictures included. */
export function passagesIn(database: Database, content: DraftContent, author: string): readonly Passage[] {
  const names = sql<[string], { sha256: string; name: string }>(
    database,
    'SELECT sha256, name FROM assets WHERE sha256 IN (SELECT value FROM json_each(?))',
  ).all(JSON.stringify(assetsOf(content.document)));
  return passagesOf(content, { author, fileNames: new Map(names.map(({ sha256, name }) => [sha256, name])) });
}

/** Puts passages into an index under a number. */
export function indexPassages(
  database: Database,
  index: 'draft_search' | 'earlier_search',
  number: number | bigint,
  passages: readonly Passage[],
): void {
  const columns = searchFields.map((field) =>
    searchWords(passages.filter((passage) => passage.field === field).map(({ text }) => text)),
  );
  sql<(string | number | bigint)[]>(
    database,
    `INSERT INTO ${index} (rowid, ${indexColumns}) VALUES (?${', ?'.repeat(columns.length)})`,
  ).run(number, ...columns);
}
