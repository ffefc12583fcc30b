import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indexPending } from '#main/db/queries/search-index.ts';
import { openStoreFolder, type OpenFolder } from '#main/db/store-folder.ts';
import { filledStore } from './fill-store.ts';
import { momentOf } from './make-draft.ts';

/** So many drafts are indexed at once: nobody waits for anything else. */
const perTransaction = 500;

/** What a filled store depends on. */
const generator = ['fill-store.ts', 'make-draft.ts', 'draft-words.ts'].map((name) => join(import.meta.dirname, name));

/**
 * An open copy, in `folder`, of a store with so many drafts. Filling 50,000 takes minutes, so a filled store is kept in the
 * system's temporary folder until the generator changes; a new schema takes it along, as it does people's data.
 */
export async function copyOfFilledStore(folder: string, drafts: number): Promise<OpenFolder> {
  const hash = createHash('sha256');
  for (const path of generator) hash.update(readFileSync(path));
  const kept = join(tmpdir(), `gaoqian-filled-${hash.digest('hex').slice(0, 12)}-${drafts}`);
  if (!existsSync(kept)) {
    const making = `${kept}-${process.pid}`;
    (await filledStore(making, drafts)).close();
    if (existsSync(kept)) rmSync(making, { recursive: true });
    else renameSync(making, kept);
  }
  await bringUp(kept);
  cpSync(kept, folder, { recursive: true });
  return openStoreFolder(folder, momentOf(2026, 0));
}

/** Migrated and indexed, without the backup that a migration writes first. */
async function bringUp(folder: string): Promise<void> {
  const open = await openStoreFolder(folder, momentOf(2026, 0));
  while (indexPending(open.database, perTransaction));
  open.close();
  rmSync(join(folder, 'backups'), { recursive: true, force: true });
}
