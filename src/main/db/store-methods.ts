import type { Database } from 'better-sqlite3';
import { listBackups, writeBackup } from './backup.ts';
import type { OpenFolder } from './store-folder.ts';
import { queries } from './queries/registry.ts';
import type { StoreMethod } from './worker-protocol.ts';

/** Runs one method of the `Store` port inside the worker. Its arguments were typed by the client at the other end. */
export function runStoreMethod(open: OpenFolder, method: StoreMethod, args: unknown): unknown {
  if (method === 'backUp') return backUp(open, (args as { at: string }).at);
  if (method === 'newestBackup') return newestBackup(open);
  const query = queries[method] as (database: Database, args: unknown) => unknown;
  return query(open.database, args);
}

async function backUp(open: OpenFolder, at: string): Promise<{ at: string }> {
  const backup = await writeBackup(open.database, open.backups, at);
  return { at: backup.at };
}

function newestBackup(open: OpenFolder): { at: string } | null {
  const newest = listBackups(open.backups)[0];
  return newest ? { at: newest.at } : null;
}
