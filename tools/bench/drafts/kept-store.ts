import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '#main/db/migrations/registry.ts';
import { openStoreFolder, type OpenFolder } from '#main/db/store-folder.ts';
import { filledStore } from './fill-store.ts';
import { momentOf } from './make-draft.ts';

/** What a filled store depends on. */
const generator = ['fill-store.ts', 'make-draft.ts', 'draft-words.ts'].map((name) => join(import.meta.dirname, name));

/**
 * An open copy, in `folder`, of a store with so many drafts. Filling 50,000 takes minutes, so a filled store is kept in the
 * system's temporary folder until the generator or the schema changes.
 */
export async function copyOfFilledStore(folder: string, drafts: number): Promise<OpenFolder> {
  const hash = createHash('sha256');
  for (const path of generator) hash.update(readFileSync(path));
  hash.update(String(migrations.at(-1)?.version));
  const kept = join(tmpdir(), `gaoqian-filled-${hash.digest('hex').slice(0, 12)}-${drafts}`);
  if (!existsSync(kept)) {
    const making = `${kept}-${process.pid}`;
    (await filledStore(making, drafts)).close();
    if (existsSync(kept)) rmSync(making, { recursive: true });
    else renameSync(making, kept);
  }
  cpSync(kept, folder, { recursive: true });
  return openStoreFolder(folder, momentOf(2026, 0));
}
