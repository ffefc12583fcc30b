import { storeMethods } from '#main/db/database-client.ts';
import { toAppError } from '#main/db/sqlite-errors.ts';
import type { OpenFolder } from '#main/db/store-folder.ts';
import { runStoreMethod } from '#main/db/store-methods.ts';
import type { Store } from '#main/services/ports/store.ts';

/** An open folder as a store in this thread, by the same methods that the worker runs. */
export function storeOn(open: OpenFolder): Store {
  const calls = storeMethods.map((method) => [
    method,
    async (args: unknown) => {
      try {
        const answer = await runStoreMethod(open, method, JSON.parse(JSON.stringify(args ?? null)));
        return JSON.parse(JSON.stringify(answer ?? null)) as unknown;
      } catch (thrown) {
        throw toAppError(thrown);
      }
    },
  ]);
  return Object.fromEntries(calls) as Store;
}
