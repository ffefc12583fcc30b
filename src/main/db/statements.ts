import type { Database, Statement } from 'better-sqlite3';

const prepared = new WeakMap<Database, Map<string, Statement>>();

/** The prepared form of a statement, made once for each connection. Its text is fixed: values are always bound. */
export function sql<Parameters extends unknown[], Row = unknown>(
  database: Database,
  text: string,
): Statement<Parameters, Row> {
  let known = prepared.get(database);
  if (!known) prepared.set(database, (known = new Map()));
  let statement = known.get(text);
  if (!statement) known.set(text, (statement = database.prepare(text)));
  return statement as Statement<Parameters, Row>;
}

/** Runs `work` as one transaction that takes the write lock at once; everything or nothing is kept, durably. */
export function inTransaction<Value>(database: Database, work: () => Value): Value {
  return database.transaction(work).immediate();
}
