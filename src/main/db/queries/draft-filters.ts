import type { Database } from 'better-sqlite3';
import { draftFilters, type DraftFilter } from '#shared/ipc/channels/draft.ts';
import { draftStates, type DraftState } from '#shared/model/draft.ts';
import { sql } from '../statements.ts';
import { everyDraft, type SqlCondition } from './draft-conditions.ts';

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
  all: { trashed: false, authors: 'all', states: () => draftStates },
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

/** How many drafts of an author are in a state. */
interface DraftCount {
  readonly trashed: number;
  readonly state: DraftState;
  readonly author_id: string;
  readonly drafts: number;
}

/**
 * The counts that triggers keep; where the list is narrowed, those of the drafts in `found_drafts` (or, without words to
 * look for, of all) that meet the conditions.
 * @param found how many were found; null without words to look for
 */
export function countsOf(database: Database, found: number | null, conditions: SqlCondition): readonly DraftCount[] {
  const isNarrowed = conditions.sql !== everyDraft.sql;
  const kept = sql<[], DraftCount>(database, 'SELECT trashed, state, author_id, drafts FROM draft_counts').all();
  const all = kept.reduce((sum, { drafts }) => sum + drafts, 0);
  // A single character often stands in every draft.
  if (!isNarrowed && (found === null || found === all)) return kept;
  if (!isNarrowed && found !== null && found * 3 > all) return sql<[], DraftCount>(database, countsInIndex).all();
  return sql<[Readonly<Record<string, string>>], DraftCount>(
    database,
    `SELECT trashed_at IS NOT NULL AS trashed, state, author_id, count(*) AS drafts
     FROM ${found === null ? 'drafts' : 'found_drafts CROSS JOIN drafts USING (number)'}
     WHERE ${conditions.sql} GROUP BY trashed_at IS NOT NULL, state, author_id`,
  ).all(conditions.values);
}

/** Where a third of all drafts are found, an index that has states and authors is sooner read than so many lines. */
const countsInIndex = [
  'drafts INDEXED BY drafts_by_number WHERE trashed_at IS NULL',
  'drafts WHERE trashed_at IS NOT NULL',
]
  .map(
    (drafts, trashed) =>
      `SELECT ${trashed} AS trashed, state, author_id, count(*) AS drafts FROM ${drafts}
       AND EXISTS (SELECT 1 FROM found_drafts WHERE found_drafts.number = drafts.number) GROUP BY state, author_id`,
  )
  .join(' UNION ALL ');

/** How many of the counted drafts each filter shows. */
export function countByFilter(
  database: Database,
  counts: readonly DraftCount[],
  viewer: Viewer,
): Record<DraftFilter, number> {
  const known = new Set(sql<[], string>(database, 'SELECT id FROM persons').pluck().all());
  const isOf = {
    mine: (author: string) => author === viewer.personId || !known.has(author),
    others: (author: string) => author !== viewer.personId,
    all: () => true,
  } as const;
  const countOf = (filter: DraftFilter): number => {
    const rule = rules[filter];
    const shown = rule.states(viewer);
    return counts
      .filter(
        (count) =>
          count.trashed === (rule.trashed ? 1 : 0) &&
          shown.includes(count.state) &&
          isOf[rule.authors](count.author_id),
      )
      .reduce((sum, { drafts }) => sum + drafts, 0);
  };
  return Object.fromEntries(draftFilters.map((filter) => [filter, countOf(filter)])) as Record<DraftFilter, number>;
}
