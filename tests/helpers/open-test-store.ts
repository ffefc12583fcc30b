import { onTestFinished } from 'vitest';
import { storeMethods, type DatabaseClient } from '#main/db/database-client.ts';
import { toAppError } from '#main/db/sqlite-errors.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { runStoreMethod } from '#main/db/store-methods.ts';
import type { Store } from '#main/services/ports/store.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * A real store in a folder of its own (or the given one), closed when the test has finished. It runs in this thread, by
 * the same methods that the worker runs: a test of a service need not wait for a worker to start.
 */
export async function openTestStore(folder?: string): Promise<DatabaseClient> {
  const open = await openStoreFolder(folder ?? (await temporaryFolder()), new Date().toISOString());
  let closed = false;
  const close = async (): Promise<void> => {
    if (!closed) open.close();
    closed = true;
  };
  onTestFinished(close);
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
  return { ...(Object.fromEntries(calls) as Store), report: open.report, close };
}
