import type { Database } from 'better-sqlite3';
import type { OpenFolder } from './store-folder.ts';
import { queries } from './queries/registry.ts';
import type { StoreMethod } from './worker-protocol.ts';

/** Runs one method of the `Store` port inside the worker. Its arguments were typed by the client at the other end. */
export function runStoreMethod(open: OpenFolder, method: StoreMethod, args: unknown): unknown {
  if (method === 'noteDamage') return open.noteDamage();
  const query = queries[method] as (database: Database, args: unknown) => unknown;
  return query(open.database, args);
}
