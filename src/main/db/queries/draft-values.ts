import type { Database } from 'better-sqlite3';
import { draftStates } from '#shared/model/draft.ts';
import { sql } from '../statements.ts';
import type { Queries } from './store-queries.ts';

/** So many authors are offered. */
const mostAuthors = 50;

export const draftValueQueries: Queries<'countDraftValues'> = {
  countDraftValues(database) {
    const states = countBy(
      database,
      'SELECT state AS value, sum(drafts) AS drafts FROM draft_counts WHERE NOT trashed GROUP BY state',
    );
    const columns = countBy(
      database,
      'SELECT column_id AS value, count(*) AS drafts FROM drafts WHERE trashed_at IS NULL GROUP BY column_id',
    );
    const authors = countBy(
      database,
      `SELECT author_name AS value, count(*) AS drafts FROM drafts WHERE trashed_at IS NULL
       GROUP BY author_name ORDER BY drafts DESC LIMIT ${mostAuthors}`,
    );
    return {
      states: Object.fromEntries(draftStates.map((state) => [state, states.get(state) ?? 0])) as Record<
        (typeof draftStates)[number],
        number
      >,
      columns: Object.fromEntries(columns),
      authors: Array.from(authors, ([name, drafts]) => ({ name, drafts })),
    };
  },
};

function countBy(database: Database, statement: string): ReadonlyMap<string, number> {
  const rows = sql<[], { value: string; drafts: number }>(database, statement).all();
  return new Map(rows.map(({ value, drafts }) => [value, drafts]));
}
