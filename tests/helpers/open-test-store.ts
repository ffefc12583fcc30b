import { onTestFinished } from 'vitest';
import { openStore, type DatabaseClient } from '#main/db/database-client.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The worker as it runs from source. */
export const workerPath = new URL('../../src/main/db/worker.ts', import.meta.url);

/** A real store in a folder of its own (or the given one), closed when the test has finished. */
export async function openTestStore(folder?: string): Promise<DatabaseClient> {
  const where = folder ?? (await temporaryFolder());
  const store = await openStore({ workerPath, folder: where });
  onTestFinished(async () => store.close().catch(() => undefined));
  return store;
}
