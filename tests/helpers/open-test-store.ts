import { onTestFinished } from 'vitest';
import type { DatabaseClient } from '#main/db/database-client.ts';
import { openStoreFolder } from '#main/db/store-folder.ts';
import { storeOn } from './store-in-thread.ts';
import { temporaryFolder } from './temporary-folder.ts';

/**
 * A real store in a folder of its own (or the given one), closed when the test has finished. It runs in this thread: a test of
 * a service need not wait for a worker to start.
 */
export async function openTestStore(folder?: string): Promise<DatabaseClient> {
  const open = await openStoreFolder(folder ?? (await temporaryFolder()), new Date().toISOString());
  let closed = false;
  const close = async (): Promise<void> => {
    if (!closed) open.close();
    closed = true;
  };
  onTestFinished(close);
  return { ...storeOn(open), report: open.report, close };
}
