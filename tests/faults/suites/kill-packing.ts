import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileChecksum } from '#main/files/checksum.ts';
import { openDesk } from '#cli/open-desk.ts';
import { spread, type FaultSuite } from '../fault-suite.ts';
import { actsOf, killPoints } from '../kill-points.ts';
import { assertWhole, openAgain } from '../oracle.ts';
import { program, run, runOnFailingDisk } from '../run-program.ts';
import { laySignedDesk } from '../signed-desk.ts';
import { whyNoShim } from '../shim/build-shim.ts';

const kills = 500;

const command = (folder: string, draftId: string) => program('packing', [folder, draftId]);

/** kill -9 before each act on the disk of a package being built: the next start makes it good, once and whole. */
export const killPacking: FaultSuite = {
  name: 'kill-packing',
  strikes: kills,
  few: 2,
  unable: whyNoShim,
  async strike({ number, data, place, careless }) {
    const draftId = await laySignedDesk(data);
    const points = await killPoints('pack', join(place, 'counted', 'data'), async (folder) =>
      command(folder, await laySignedDesk(folder)),
    );
    const KILL = 1 + Math.floor((spread(number, kills) / kills) * points);
    const killed = await runOnFailingDisk(command(data, draftId), data, { KILL });
    // The database tidies up by the clock: now and then a run has a few acts less, and is over before the last of them.
    const isOver = killed.code === 0 && actsOf(killed.disk) < KILL;
    assert.ok(killed.signal === 'SIGKILL' || isOver, `the process ended by itself: ${killed.errors}`);
    // The canary: nobody starts again.
    const lines = careless ? killed.lines : (await run(command(data, draftId))).lines;
    assert.equal(lines.length, 1, `not one package but: ${lines.join(', ')}`);
    if (killed.lines.length > 0) assert.deepEqual(lines, killed.lines, 'a package that was promised is another');
    await assertOnePackage(data, draftId, lines[0]?.split(' ')[1] ?? '');
  },
};

/** One file, whole and as its row tells of it; nothing half-made, nothing left to do. */
async function assertOnePackage(data: string, draftId: string, name: string): Promise<void> {
  assert.deepEqual(readdirSync(join(data, 'packages')), [`${name}.zip`], 'other files lie beside the package');
  const unpacked = join(data, 'unpacked');
  assert.deepEqual(existsSync(unpacked) ? readdirSync(unpacked) : [], [], 'an unpacked package was left behind');
  const open = await openAgain(data);
  assertWhole(open.database);
  open.close();
  const services = await openDesk(data);
  try {
    const records = await services.packages.list(draftId);
    assert.equal(records.length, 1);
    const { path = '', zipSha256 = '' } = records[0] ?? {};
    assert.equal((await fileChecksum(path)).sha256, zipSha256, 'the package is not the one that was recorded');
    assert.ok((await services.packages.verifyFile(path)).valid, 'the package does not verify');
    assert.deepEqual(await services.packages.resume(), [], 'something is still under way');
  } finally {
    await services.close();
  }
}
