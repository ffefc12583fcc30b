import type { DraftCondition } from '#shared/search/draft-search.ts';

/** A condition on a line of `drafts`; its values are bound, as JSON where they are many. */
export interface SqlCondition {
  readonly sql: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What narrows nothing. */
export const everyDraft: SqlCondition = { sql: 'TRUE', values: {} };

const momentOf = { date: 'ifnull(planned_at, updated_at)', changed: 'updated_at', planned: 'planned_at' } as const;

/** All conditions of a search as one. */
export function sqlOfConditions(conditions: readonly DraftCondition[]): SqlCondition {
  if (conditions.length === 0) return everyDraft;
  const parts = conditions.map((condition, index) => partOf(condition, `condition${index}`));
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    values: Object.assign({}, ...parts.map(({ values }) => values)) as Readonly<Record<string, string>>,
  };
}

function partOf(condition: DraftCondition, name: string): SqlCondition {
  const { sql, value } = testOf(condition, `@${name}`);
  // What is not there (no planned date) is outside of every range.
  return {
    sql: condition.excluded ? `NOT ifnull(${sql}, FALSE)` : sql,
    values: value === undefined ? {} : { [name]: JSON.stringify(value) },
  };
}

function testOf(condition: DraftCondition, list: string): { sql: string; value?: unknown } {
  switch (condition.kind) {
    case 'state':
      return { sql: `state IN (SELECT value FROM json_each(${list}))`, value: condition.states };
    case 'column':
      return { sql: `column_id IN (SELECT value FROM json_each(${list}))`, value: condition.columnIds };
    case 'number':
      return {
        sql: `EXISTS (SELECT 1 FROM json_each(${list}) WHERE number BETWEEN value ->> 'from' AND value ->> 'to')`,
        value: condition.ranges,
      };
    case 'picture':
      return { sql: 'figures > 0' };
    case 'toConfirm':
      return { sql: 'to_confirm > 0' };
    case 'date':
    case 'changed':
    case 'planned': {
      const moment = momentOf[condition.kind];
      return {
        sql: `EXISTS (SELECT 1 FROM json_each(${list}) WHERE ${moment} >= value ->> 'from' AND ${moment} < value ->> 'before')`,
        value: condition.ranges,
      };
    }
  }
}
