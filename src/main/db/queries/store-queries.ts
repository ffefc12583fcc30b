import type { Database } from 'better-sqlite3';
import type { Store } from '#main/services/ports/store.ts';

/** The methods that go through so much that they run in slices. */
export type SlicedName = 'findSimilarDrafts';

/** The methods that run SQL inside the worker in one go. */
export type QueryName = Exclude<keyof Store, 'noteDamage' | SlicedName>;

/** How a method of the `Store` port looks inside the worker: the same, on a connection and without the promise. */
export type Query<Name extends QueryName> = (
  database: Database,
  ...args: Parameters<Store[Name]>
) => Awaited<ReturnType<Store[Name]>>;

/** A query in slices: at each `yield` the worker answers what was asked meanwhile. No statement may be open then. */
export type SlicedQuery<Name extends SlicedName> = (
  database: Database,
  ...args: Parameters<Store[Name]>
) => Generator<undefined, Awaited<ReturnType<Store[Name]>>>;

/** A group of them, as one file of this folder gives it. */
export type Queries<Name extends QueryName> = { readonly [N in Name]: Query<N> };
