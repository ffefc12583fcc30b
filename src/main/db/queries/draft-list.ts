import type { DraftSort } from '#shared/ipc/channels/draft.ts';
import { AppError } from '#shared/errors.ts';
import { sql } from '../statements.ts';
import { countByFilter, scopeOf, type FilterScope } from './draft-filters.ts';
import { rowToDraft, type DraftRow } from './draft-rows.ts';
import { indexPending } from './search-index.ts';
import { searchQuery } from './search-words.ts';
import type { Queries } from './store-queries.ts';

/** The column to sort by, and the way; the number breaks ties, so that a page begins exactly where the last one ended. */
const orders: Readonly<Record<DraftSort, { readonly key: string; readonly descending: boolean }>> = {
  updated: { key: 'updated_at', descending: true },
  planned: { key: "ifnull(planned_at, '9999')", descending: false },
  number: { key: 'number', descending: true },
};

/** Changed drafts that a search waits for. More than these wait only after a migration, and are indexed meanwhile. */
const indexedBeforeSearch = 64;

type ListRow = DraftRow & { sort_key: string | number };

export const draftListQueries: Queries<'listDrafts'> = {
  listDrafts(database, { filter, sort, query, cursor, limit, personId, reviewStates }) {
    const viewer = { personId, reviewStates };
    const words = searchQuery(query);
    const scope = scopeOf(filter, viewer);
    if (words !== '') indexPending(database, indexedBeforeSearch);
    const [afterKey, afterNumber] = cursor === null ? [null, null] : readCursor(cursor);
    const rows = sql<[Record<string, string | number | null>], ListRow>(
      database,
      listStatement(scope, sort, words !== '', cursor !== null),
    ).all({ personId, words, afterKey, afterNumber, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(rowToDraft),
      next: rows.length > limit && last ? writeCursor(last) : null,
      counts: countByFilter(database, viewer),
    };
  },
};

/** One index walk for each state, each at most a page long, merged: no filter reads more rows than it shows. */
function listStatement(scope: FilterScope, sort: DraftSort, searching: boolean, after: boolean): string {
  const { key, descending } = orders[sort];
  const way = descending ? 'DESC' : 'ASC';
  const conditions = [
    scope.authors,
    ...(after ? [`(${key}, number) ${descending ? '<' : '>'} (@afterKey, @afterNumber)`] : []),
    ...(searching ? ['number IN (SELECT rowid FROM draft_search WHERE draft_search MATCH @words)'] : []),
  ].join(' AND ');
  const order = `ORDER BY sort_key ${way}, number ${way} LIMIT @limit`;
  const walk = (where: string): string =>
    `SELECT * FROM (SELECT *, ${key} AS sort_key FROM drafts WHERE ${where} AND ${conditions} ORDER BY ${key} ${way}, number ${way} LIMIT @limit)`;
  if (scope.trashed) return `${walk('trashed_at IS NOT NULL')} ${order}`;
  const walks = scope.states.map((state) => walk(`trashed_at IS NULL AND state = '${state}'`));
  return walks.length === 0 ? `${walk('FALSE')} ${order}` : `${walks.join(' UNION ALL ')} ${order}`;
}

function writeCursor(row: ListRow): string {
  return Buffer.from(JSON.stringify([row.sort_key, row.number])).toString('base64url');
}

function readCursor(cursor: string): readonly [string | number, number] {
  const [key, number]: readonly unknown[] = parseCursor(cursor);
  if ((typeof key !== 'string' && typeof key !== 'number') || typeof number !== 'number') throw badCursor();
  return [key, number];
}

function parseCursor(cursor: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    throw badCursor();
  }
}

function badCursor(): AppError {
  return new AppError('bad-request', { field: 'cursor' });
}
