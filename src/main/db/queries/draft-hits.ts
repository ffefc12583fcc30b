import type { Database } from 'better-sqlite3';
import type { SearchedWord } from '#shared/search/draft-search.ts';
import { findHit, type MarkedWord } from '#shared/search/find-hit.ts';
import type { SearchHit } from '#shared/search/search-hit.ts';
import { wordMatcher } from '#shared/search/word-matcher.ts';
import { sql } from '../statements.ts';
import type { DraftRow } from './draft-rows.ts';
import { passagesIn } from './indexed-passages.ts';
import { newestContent } from './newest-words.ts';
import { readRevisionContent, requireRevisionRow } from './revision-rows.ts';
import { searchQuery } from './search-words.ts';

/** Where the searched words stand in each draft of a page; null where they do not stand in its words. */
export function hitsIn(
  database: Database,
  rows: readonly DraftRow[],
  searched: readonly SearchedWord[],
  earlier: boolean,
): (SearchHit | null)[] {
  const wanted = searched.filter(({ excluded }) => !excluded);
  const words = wanted.flatMap(({ text, field }): MarkedWord[] => {
    const matcher = wordMatcher(text);
    return matcher ? [{ matcher, field }] : [];
  });
  if (words.length === 0) return rows.map(() => null);
  return rows.map((row) => {
    const hit = findHit(passagesIn(database, newestContent(database, row), row.author_name), words);
    if (hit) return { ...hit, earlier: null };
    return earlier ? earlierHit(database, row, wanted, words) : null;
  });
}

function earlierHit(
  database: Database,
  row: DraftRow,
  wanted: readonly SearchedWord[],
  words: readonly MarkedWord[],
): SearchHit | null {
  const query = wanted.flatMap(({ text, field }) => searchQuery(text, field) ?? []).join(' OR ');
  const passage = sql<[number, string], { revision_id: string }>(
    database,
    `SELECT revision_id FROM earlier_passages
     WHERE draft = ? AND number IN (SELECT rowid FROM earlier_search WHERE earlier_search MATCH ?)
     ORDER BY number DESC LIMIT 1`,
  ).get(row.number, query);
  if (!passage) return null;
  const revision = requireRevisionRow(database, passage.revision_id);
  const hit = findHit(passagesIn(database, readRevisionContent(database, revision), row.author_name), words, false);
  if (!hit) return null;
  return { ...hit, earlier: { revisionId: revision.id, sequence: revision.sequence } };
}
