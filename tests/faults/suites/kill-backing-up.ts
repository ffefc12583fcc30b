import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listBackups } from '#main/db/backups/backup-files.ts';
import { proveBackup } from '#main/db/backups/prove-backup.ts';
import { openDatabase } from '#main/db/open-database.ts';
import { isWhole } from '#shared/model/backup.ts';
import { spread, type FaultSuite, type Strike } from '../fault-suite.ts';
import { backupAt, laterAt, layFilledDesk, unhurried, type FilledDesk } from '../filled-desk.ts';
import { killPoints } from '../kill-points.ts';
import { assertDesk, assertKept, assertMedia, assertWhole, openAgain } from '../oracle.ts';
import { program, runOnFailingDisk } from '../run-program.ts';
import { whyNoShim } from '../shim/build-shim.ts';

const kills = 100;

/** kill -9 before each act on the disk of a backup, and of a restore: by turns. */
export const killBackingUp: FaultSuite = {
  name: 'kill-backing-up',
  strikes: 2 * kills,
  few: 4,
  unable: whyNoShim,
  async strike(strike) {
    const { number, data, place, careless } = strike;
    const what = careless || number % 2 === 0 ? 'write' : 'restore';
    const at = what === 'write' ? laterAt : backupAt;
    const command = (folder: string) => program('backing-up', [folder, what, at, ...(careless ? ['careless'] : [])]);
    const desk = await layFilledDesk(data);
    const points = await killPoints(`${what} ${careless}`, join(place, 'counted', 'data'), async (folder) => {
      await layFilledDesk(folder);
      return command(folder);
    });
    const KILL = 1 + Math.floor((spread(Math.floor(number / 2), kills) / kills) * points);
    const ended = await runOnFailingDisk(command(data), data, { KILL });
    assert.equal(ended.signal, 'SIGKILL', `the process ended by itself: ${ended.errors}`);
    if (what === 'write') await assertDesk(data, desk.live);
    else await assertRestored(data, desk);
    await assertBackupsWhole(strike);
  },
};

/** What was here is here or set apart, and what takes its place is the backup, whole. */
async function assertRestored(data: string, { live, backedUp }: FilledDesk): Promise<void> {
  const open = await openAgain(data);
  try {
    assertWhole(open.database);
    assertKept(open.database, backedUp);
    assertMedia(data, live);
    const apart = join(data, 'quarantine');
    // A restore that was cut short may be done twice: then what the first one put in place is set apart, too.
    const [moment] = existsSync(apart) ? readdirSync(apart).sort() : [];
    if (moment === undefined) return assertKept(open.database, live);
    const old = openDatabase(join(apart, moment, 'gaoqian.sqlite'));
    assertKept(old, live);
    old.close();
  } finally {
    open.close();
  }
}

/** A backup that can be seen is whole; the older one is still there. */
async function assertBackupsWhole({ data, place }: Strike): Promise<void> {
  const folder = join(data, 'backups');
  const backups = listBackups(folder);
  assert.ok(
    backups.some(({ at }) => at === backupAt),
    'the older backup is gone',
  );
  const scratch = join(place, 'scratch');
  mkdirSync(scratch, { recursive: true });
  for (const backup of backups) {
    const proof = await proveBackup(backup, folder, scratch, unhurried);
    assert.ok(isWhole(proof), `the backup of ${backup.at} is not whole: ${JSON.stringify(proof)}`);
  }
}
