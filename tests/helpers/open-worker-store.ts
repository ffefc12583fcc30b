import { onTestFinished } from 'vitest';
import { openStore, type DatabaseClient } from '#main/db/database-client.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The worker as it runs from source. */
export const workerPath = new URL('../../src/main/db/worker.ts', import.meta.url);

/** A store as the app has it, behind its worker, closed when the test has finished. */
export async function openWorkerStore(folder?: string): Promise<DatabaseClient> {
  const where = folder ?? (await temporaryFolder());
  const store = await openStore({ workerPath, folder: where });
  onTestFinished(async () => store.close().catch(() => undefined));
  return store;
}
