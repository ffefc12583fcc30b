import type { Database } from 'better-sqlite3';

/** A row as SQLite gives it, by column. */
export type Row = Record<string, unknown>;

/**
 * The rows of a table that a damaged file still gives: read from both ends up to where reading fails, then one by one.
 * Row numbers of the implicit kind are left out.
 */
export function readableRows(source: Database, table: string): Row[] {
  const numbers = new Set([...rowNumbers(source, table, 'ASC'), ...rowNumbers(source, table, 'DESC')]);
  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap((number) => {
      try {
        const row = source.prepare<[number], Row>(`SELECT * FROM ${table} WHERE rowid = ?`).get(number);
        return row ? [row] : [];
      } catch {
        return [];
      }
    });
}

function rowNumbers(source: Database, table: string, way: 'ASC' | 'DESC'): readonly number[] {
  const numbers: number[] = [];
  try {
    const rows = source.prepare<[], number>(`SELECT rowid FROM ${table} ORDER BY rowid ${way}`).pluck().iterate();
    for (const number of rows) numbers.push(number);
  } catch {
    // Those up to here are what can be reached from this end.
  }
  return numbers;
}
