import assert from 'node:assert/strict';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups, nextBackupPath, removeUnfinished } from '#main/db/backups/backup-files.ts';
import type { Pace } from '#main/db/backups/pace.ts';
import { proveBackup } from '#main/db/backups/prove-backup.ts';
import { isWhole } from '#shared/model/backup.ts';
import type { FaultSuite, Strike } from '../fault-suite.ts';
import { backupAt, backUpDesk, laterAt, layFilledDesk, unhurried } from '../filled-desk.ts';
import { assertCoded, assertDesk } from '../oracle.ts';

/** About as many turns as a backup of the filled desk has. */
const turns = 24;

/** The second disk is pulled out in the middle of a backup, and comes back later. */
export const pulledDisk: FaultSuite = { name: 'pulled-disk', strikes: 100, few: 6, strike };

async function strike({ data, place, random, careless }: Strike): Promise<void> {
  const desk = await layFilledDesk(data);
  const [disk, pulled] = [join(place, 'disk'), join(place, 'pulled')];
  const folder = join(disk, 'gaoqian-backups');
  mkdirSync(folder, { recursive: true });
  await backUpDesk(data, backupAt, unhurried, folder);

  let left = Math.floor(random() * turns);
  const turn = (): void => {
    if (left === 0) renameSync(disk, pulled);
    left -= 1;
  };
  const pace: Pace = { step: turn, breathe: async () => turn() };
  const write = careless ? copySlowly(data, folder, turn) : backUpDesk(data, laterAt, pace, folder);
  const refused = await write.then(
    () => false,
    (thrown: unknown) => assertCoded(thrown, ['data-folder-unwritable', 'disk-error', 'folder-missing']) !== undefined,
  );
  if (left < 0) {
    assert.ok(!existsSync(disk), 'a disk that is gone was made up');
    renameSync(pulled, disk);
  }
  await assertDesk(data, desk.live);
  await assertAllWhole(folder, join(place, 'scratch'), refused ? 1 : 2);
  removeUnfinished(folder);
  await backUpDesk(data, '2026-11-23T12:00:00.000Z', unhurried, folder);
  await assertAllWhole(folder, join(place, 'scratch'), refused ? 2 : 3);
}

async function assertAllWhole(folder: string, scratch: string, atLeast: number): Promise<void> {
  mkdirSync(scratch, { recursive: true });
  const backups = listBackups(folder);
  assert.ok(backups.length >= atLeast, 'a backup is gone');
  for (const backup of backups) {
    const proof = await proveBackup(backup, folder, scratch, unhurried);
    assert.ok(isWhole(proof), `a backup that can be seen is not whole: ${JSON.stringify(proof)}`);
  }
}

/** Copies page by page under the final name. */
async function copySlowly(data: string, folder: string, turn: () => void): Promise<void> {
  const bytes = readFileSync(join(data, 'gaoqian.sqlite'));
  const file = openSync(nextBackupPath(folder, laterAt), 'w');
  try {
    for (let page = 0; page < bytes.length; page += 4096) {
      turn();
      if (!existsSync(folder)) throw Object.assign(new Error('gone'), { code: 'EIO' });
      writeSync(file, bytes, page, 4096);
    }
  } finally {
    closeSync(file);
  }
}
