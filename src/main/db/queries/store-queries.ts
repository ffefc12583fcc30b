import type { Database } from 'better-sqlite3';
import type { Store } from '#main/services/ports/store.ts';

/** The methods that run SQL inside the worker. */
export type QueryName = Exclude<keyof Store, 'noteDamage'>;

/** How a method of the `Store` port looks inside the worker: the same, on a connection and without the promise. */
export type Query<Name extends QueryName> = (
  database: Database,
  ...args: Parameters<Store[Name]>
) => Awaited<ReturnType<Store[Name]>>;

/** A group of them, as one file of this folder gives it. */
export type Queries<Name extends QueryName> = { readonly [N in Name]: Query<N> };
