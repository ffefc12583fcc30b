import type { Database } from 'better-sqlite3';
import { draftFilters, type DraftFilter } from '#shared/ipc/channels/draft.ts';
import { draftStates, type DraftState } from '#shared/model/draft.ts';
import { sql } from '../statements.ts';

/** Who asks, and which states they may decide. */
export interface Viewer {
  readonly personId: string;
  readonly reviewStates: readonly DraftState[];
}

/** What a filter of the list shows; `authors` as an SQL condition on `author_id`. */
interface FilterRule {
  readonly trashed: boolean;
  states(viewer: Viewer): readonly DraftState[];
  readonly authors: 'mine' | 'others' | 'all';
}

const rules: Readonly<Record<DraftFilter, FilterRule>> = {
  mine: { trashed: false, authors: 'mine', states: () => draftStates.filter((state) => state !== 'published') },
  'to-review': { trashed: false, authors: 'others', states: (viewer) => viewer.reviewStates },
  returned: { trashed: false, authors: 'mine', states: () => ['returned'] },
  'to-publish': { trashed: false, authors: 'all', states: () => ['signed-off'] },
  published: { trashed: false, authors: 'all', states: () => ['published'] },
  trash: { trashed: true, authors: 'all', states: () => draftStates },
};

/**
 * Mine is also what came from elsewhere, by people whom this machine does not know: whoever works here looks after it.
 * Nobody reviews what they wrote.
 */
const authorConditions = {
  mine: '(author_id = @personId OR author_id NOT IN (SELECT id FROM persons))',
  others: 'author_id <> @personId',
  all: 'TRUE',
} as const;

export interface FilterScope {
  readonly trashed: boolean;
  readonly states: readonly DraftState[];
  readonly authors: string;
}

export function scopeOf(filter: DraftFilter, viewer: Viewer): FilterScope {
  const rule = rules[filter];
  return { trashed: rule.trashed, states: rule.states(viewer), authors: authorConditions[rule.authors] };
}

/** How many drafts each filter shows, from the counts that triggers keep. */
export function countByFilter(database: Database, viewer: Viewer): Record<DraftFilter, number> {
  const counts = draftFilters.map((filter) => [filter, countOf(database, scopeOf(filter, viewer), viewer)]);
  return Object.fromEntries(counts) as Record<DraftFilter, number>;
}

function countOf(database: Database, scope: FilterScope, viewer: Viewer): number {
  const row = sql<[Record<string, string | number>], { drafts: number }>(
    database,
    `SELECT ifnull(sum(drafts), 0) AS drafts FROM draft_counts
     WHERE trashed = @trashed AND ${scope.authors} AND state IN (SELECT value FROM json_each(@states))`,
  ).get({ trashed: scope.trashed ? 1 : 0, personId: viewer.personId, states: JSON.stringify(scope.states) });
  return row?.drafts ?? 0;
}
