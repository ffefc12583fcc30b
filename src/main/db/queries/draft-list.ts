import { hasWords } from '#shared/search/draft-search.ts';
import { sql } from '../statements.ts';
import { sqlOfConditions, type SqlCondition } from './draft-conditions.ts';
import { countByFilter, countsOf, scopeOf, type FilterScope } from './draft-filters.ts';
import { hitsIn } from './draft-hits.ts';
import { listOrder, readCursor, writeCursor, type ListOrder, type SortKey } from './draft-order.ts';
import { rowToDraft, type DraftRow } from './draft-rows.ts';
import { indexEarlierWords } from './earlier-words.ts';
import { findDrafts } from './found-drafts.ts';
import { countPending, indexPending } from './search-index.ts';
import type { Queries } from './store-queries.ts';
import { trashFactsOf } from './trash.ts';

/** Changed drafts that a search waits for. More than these wait only after a migration, and are indexed meanwhile. */
const indexedBeforeSearch = 64;

/** So many found drafts are looked up one by one and sorted; with more the list is walked in its order until a page is full. */
const fewFound = 2000;

type ListRow = DraftRow & { sort_key: string | number };

interface Page {
  readonly scope: FilterScope;
  readonly order: ListOrder;
  readonly cursor: SortKey | null;
  readonly conditions: SqlCondition;
}

export const draftListQueries: Queries<'listDrafts'> = {
  listDrafts(database, request) {
    const { search, earlier, limit } = request;
    const viewer = { personId: request.personId, reviewStates: request.reviewStates };
    const isSearching = hasWords(search);
    if (isSearching || request.sort === 'headline') indexPending(database, indexedBeforeSearch);
    if (isSearching && earlier) indexEarlierWords(database, indexedBeforeSearch);
    const found = isSearching ? findDrafts(database, search.words, earlier) : null;
    const page: Page = {
      scope: scopeOf(request.filter, viewer),
      order: listOrder(request.sort, request.reversed),
      cursor: request.cursor === null ? null : readCursor(request.cursor),
      conditions: sqlOfConditions(search.conditions),
    };
    const rows = sql<[Record<string, string | number | null>], ListRow>(database, statementOf(page, found)).all({
      ...page.conditions.values,
      personId: viewer.personId,
      afterKey: page.cursor?.sort_key ?? null,
      afterNumber: page.cursor?.number ?? null,
      limit: limit + 1,
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(rowToDraft),
      trash: scopeOf(request.filter, viewer).trashed ? trashFactsOf(database, shown) : [],
      hits: isSearching ? hitsIn(database, shown, search.words, earlier) : [],
      next: rows.length > limit && last ? writeCursor(last) : null,
      counts: countByFilter(database, countsOf(database, found, page.conditions), viewer),
      waiting: isSearching ? countPending(database) : 0,
    };
  },
};

function statementOf(page: Page, found: number | null): string {
  return found !== null && found <= fewFound ? pickStatement(page) : walkStatement(page, found !== null);
}

/** Looks each found draft up. */
function pickStatement({ scope, order, cursor, conditions }: Page): string {
  const where = [
    scope.trashed ? 'trashed_at IS NOT NULL' : `trashed_at IS NULL AND ${inStates(scope)}`,
    scope.authors,
    conditions.sql,
    ...(cursor ? [order.after(null, cursor)] : []),
  ].join(' AND ');
  return `SELECT drafts.*, ${order.columns}
    FROM found_drafts CROSS JOIN drafts USING (number) WHERE ${where} ${order.overall} LIMIT @limit`;
}

function inStates({ states }: FilterScope): string {
  return `state IN (${states.map((state) => `'${state}'`).join(', ')})`;
}

/**
 * One index walk for each state, each at most a page long, merged, and only then the lines themselves: no filter reads more
 * of them than it shows.
 */
function walkStatement({ scope, order, cursor, conditions }: Page, isSearching: boolean): string {
  const walk = (where: string, after: string): string =>
    `SELECT * FROM (SELECT number, state, ${order.columns} FROM drafts WHERE ${[
      where,
      scope.authors,
      conditions.sql,
      after,
      isSearching ? 'EXISTS (SELECT 1 FROM found_drafts WHERE found_drafts.number = drafts.number)' : 'TRUE',
    ].join(' AND ')} ${order.withinState} LIMIT @limit)`;
  const all = `${order.overall} LIMIT @limit`;
  if (scope.trashed) {
    return `SELECT *, ${order.columns} FROM drafts WHERE trashed_at IS NOT NULL AND ${conditions.sql} AND
      ${cursor ? order.after(null, cursor) : 'TRUE'} AND ${isSearching ? 'number IN found_drafts' : 'TRUE'} ${all}`;
  }
  const walks = scope.states.map((state) =>
    walk(`trashed_at IS NULL AND state = '${state}'`, cursor ? order.after(state, cursor) : 'TRUE'),
  );
  const merged = `${walks.length === 0 ? walk('FALSE', 'TRUE') : walks.join(' UNION ALL ')} ${all}`;
  return `SELECT drafts.*, sort_key, state_rank
    FROM (${merged}) CROSS JOIN drafts USING (number) ${order.overall}`;
}
