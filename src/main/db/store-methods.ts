import type { Database } from 'better-sqlite3';
import type { OpenFolder } from './store-folder.ts';
import { queries, slicedQueries } from './queries/registry.ts';
import type { SlicedName } from './queries/store-queries.ts';
import type { StoreMethod } from './worker-protocol.ts';

/** Runs one method of the `Store` port inside the worker. Its arguments were typed by the client at the other end. */
export function runStoreMethod(open: OpenFolder, method: StoreMethod, args: unknown): unknown {
  if (method === 'noteDamage') return open.noteDamage();
  if (isSliced(method)) {
    const query = slicedQueries[method] as (database: Database, args: unknown) => Generator<undefined, unknown>;
    return finish(query(open.database, args));
  }
  const query = queries[method] as (database: Database, args: unknown) => unknown;
  return query(open.database, args);
}

function isSliced(method: StoreMethod): method is SlicedName {
  return method in slicedQueries;
}

/** Runs a query to its end, and lets in between what was asked meanwhile. */
async function finish<Answer>(slices: Generator<undefined, Answer>): Promise<Answer> {
  for (;;) {
    const slice = slices.next();
    if (slice.done === true) return slice.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
