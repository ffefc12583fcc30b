import type { Database } from 'better-sqlite3';
import type { SearchedWord } from '#shared/search/draft-search.ts';
import { sql } from '../statements.ts';
import { searchQuery } from './search-words.ts';

/**
 * Puts the numbers of all drafts that have the words into the temporary table `found_drafts`, and answers how many they are.
 * @param earlier whether words count that only earlier revisions have
 */
export function findDrafts(database: Database, words: readonly SearchedWord[], earlier: boolean): number {
  database.exec('CREATE TEMPORARY TABLE IF NOT EXISTS found_drafts (number INTEGER PRIMARY KEY)');
  sql(database, 'DELETE FROM found_drafts').run();
  const sets = setsOf(words, earlier);
  const [wanted, unwanted] = [sets.filter(({ excluded }) => !excluded), sets.filter(({ excluded }) => excluded)];
  const all =
    wanted.length === 0 ? ['SELECT number FROM drafts'] : wanted.map(({ select }) => `SELECT * FROM (${select})`);
  const statement = [all.join(' INTERSECT '), ...unwanted.map(({ select }) => `SELECT * FROM (${select})`)].join(
    ' EXCEPT ',
  );
  const values = Object.assign({}, ...sets.map(({ values }) => values)) as Record<string, string>;
  return sql<[Record<string, string>]>(database, `INSERT INTO found_drafts ${statement}`).run(values).changes;
}

/** The drafts that have some words, as a select of their numbers. */
interface FoundSet {
  readonly excluded: boolean;
  readonly select: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What is wanted of the index alone is asked for at once: it knows best where to begin. */
function setsOf(words: readonly SearchedWord[], earlier: boolean): readonly FoundSet[] {
  const isPlain = (word: SearchedWord) => !word.excluded && word.columnIds.length === 0 && !earlier;
  const plain = words.filter(isPlain).flatMap((word) => searchQuery(word.text, word.field) ?? []);
  const others = words.filter((word) => !isPlain(word)).flatMap((word, index) => setOf(word, earlier, index) ?? []);
  if (plain.length === 0) return others;
  const query = plain.map((part) => `(${part})`).join(' AND ');
  return [{ excluded: false, select: inIndex('@plain'), values: { plain: query } }, ...others];
}

function setOf(word: SearchedWord, earlier: boolean, index: number): FoundSet | undefined {
  const query = searchQuery(word.text, word.field);
  if (query === undefined) return undefined;
  const [words, columns] = [`words${index}`, `columns${index}`];
  const selects = [
    inIndex(`@${words}`),
    ...(word.columnIds.length > 0
      ? [`SELECT number FROM drafts WHERE column_id IN (SELECT value FROM json_each(@${columns}))`]
      : []),
    ...(earlier
      ? [
          `SELECT draft FROM earlier_passages
           WHERE number IN (SELECT rowid FROM earlier_search WHERE earlier_search MATCH @${words})`,
        ]
      : []),
  ];
  const values = {
    [words]: query,
    ...(word.columnIds.length > 0 ? { [columns]: JSON.stringify(word.columnIds) } : {}),
  };
  return { excluded: word.excluded, select: selects.join(' UNION '), values };
}

function inIndex(query: string): string {
  return `SELECT rowid AS number FROM draft_search WHERE draft_search MATCH ${query}`;
}
