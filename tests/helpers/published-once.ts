import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSqliteIndex } from '#portal/store/sqlite/open-sqlite-index.ts';
import type { Receipt } from '#shared/model/receipt.ts';

export interface Sent {
  readonly name: string;
  readonly draftId: string;
  /** Of the zip as the workstation has it. */
  readonly sha256: string;
}

const hashOf = async (path: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(path))
    .digest('hex');

/**
 * What is wrong with how a package arrived; empty when it was published exactly once and every byte is the one that was
 * sent: the portal's index, its archive, each unpacked file, and each picture as a visitor gets it.
 */
export async function problemsOfArrival(
  portal: { readonly folder: string },
  { name, draftId, sha256 }: Sent,
  receipt: Receipt,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const expectEqual = (what: string, found: unknown, wanted: unknown): void => {
    if (found !== wanted) problems.push(`${what}: ${String(found)} instead of ${String(wanted)}`);
  };
  const index = openSqliteIndex(join(portal.folder, 'portal.db'));
  try {
    const count = index.database
      .prepare('SELECT count(*) FROM publications WHERE draft_id = ? OR package_name = ?')
      .pluck();
    expectEqual('publications', count.get(draftId, name), 1);
    const row = await index.publications.findByName(name);
    expectEqual('hash in the index', row?.zipSha256, sha256);
    expectEqual('receipt in the index', JSON.stringify(row?.receipt), JSON.stringify(receipt));
  } finally {
    await index.close();
  }
  expectEqual('hash in the receipt', receipt.body.zipSha256, sha256);
  expectEqual('archive', await hashOf(join(portal.folder, 'archive', `${sha256}.zip`)).catch(String), sha256);
  for (const file of receipt.body.files) {
    const path = join(portal.folder, 'packages', sha256, ...file.path.split('/'));
    expectEqual(file.path, await hashOf(path).catch(String), file.sha256);
  }
  return problems;
}
