import { AppError } from '#shared/errors.ts';
import { draftStates, type DraftState } from '#shared/model/draft.ts';
import type { DraftSort } from '#shared/ipc/channels/draft.ts';

/** How the list is ordered: by a column, or by state and the last change within it. */
interface Order {
  readonly key: string;
  readonly descending: boolean;
  readonly byState: boolean;
}

const orders: Readonly<Record<DraftSort, Order>> = {
  updated: { key: 'updated_at', descending: true, byState: false },
  planned: { key: "ifnull(planned_at, '9999')", descending: false, byState: false },
  number: { key: 'number', descending: true, byState: false },
  headline: { key: 'headline_key', descending: false, byState: false },
  state: { key: 'updated_at', descending: true, byState: true },
};

export interface SortKey {
  readonly sort_key: string | number;
  readonly number: number;
  readonly state: DraftState;
}

/** The order of one list, as SQL. The number breaks ties, so that a page begins exactly where the last one ended. */
export interface ListOrder {
  /** What a line is sorted by, beside its own columns. */
  readonly columns: string;
  /** For the lines of one state, and for all of them. */
  readonly withinState: string;
  readonly overall: string;
  /** The lines of a state that come after the cursor's line; `@afterKey` and `@afterNumber` are its own. */
  after(state: DraftState | null, cursor: SortKey): string;
}

export function listOrder(sort: DraftSort, reversed: boolean): ListOrder {
  const { key, descending, byState } = orders[sort];
  const isDescending = descending !== (reversed && !byState);
  const way = isDescending ? 'DESC' : 'ASC';
  const rank = `CASE state ${draftStates.map((state, index) => `WHEN '${state}' THEN ${index}`).join(' ')} END`;
  const rankOf = (state: DraftState) => draftStates.indexOf(state) * (reversed ? -1 : 1);
  return {
    columns: `${key} AS sort_key, ${rank} AS state_rank`,
    withinState: `ORDER BY ${key} ${way}, number ${way}`,
    overall: `ORDER BY ${byState ? `state_rank ${reversed ? 'DESC' : 'ASC'}, ` : ''}sort_key ${way}, number ${way}`,
    after(state, cursor) {
      const later = `(${key}, number) ${isDescending ? '<' : '>'} (@afterKey, @afterNumber)`;
      if (!byState) return later;
      if (state !== null && state !== cursor.state) return rankOf(state) > rankOf(cursor.state) ? 'TRUE' : 'FALSE';
      if (state !== null) return later;
      const own = String(draftStates.indexOf(cursor.state));
      return `(${rank} ${reversed ? '<' : '>'} ${own} OR (${rank} = ${own} AND ${later}))`;
    },
  };
}

export function writeCursor({ sort_key, number, state }: SortKey): string {
  return Buffer.from(JSON.stringify([sort_key, number, state])).toString('base64url');
}

/** Refuses `bad-request` for a text that no list has answered. */
export function readCursor(cursor: string): SortKey {
  const [sort_key, number, state]: readonly unknown[] = parseCursor(cursor);
  const known = draftStates.find((one) => one === state);
  if ((typeof sort_key !== 'string' && typeof sort_key !== 'number') || typeof number !== 'number' || !known) {
    throw badCursor();
  }
  return { sort_key, number, state: known };
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
