import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseState, getCurrentFuseWire } from '@electron/fuses';
import { expect, it } from 'vitest';
import { setFuses } from '#tools/packaging/fuses.ts';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A file with a fuse wire as Electron's executable carries it: sentinel, version, number of fuses, one sign each. */
async function fakeElectron(states: readonly FuseState[]): Promise<string> {
  const path = join(await temporaryFolder(), 'gaoqian.exe');
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, states.length, ...states])]);
  await writeFile(path, Buffer.concat([Buffer.alloc(1000, 7), wire, Buffer.alloc(1000, 9)]));
  return path;
}

it('sets all nine fuses', async () => {
  const opposite = [1, 0, 1, 1, 0, 0, 1, 1, 0].map((on) => (on === 1 ? FuseState.ENABLE : FuseState.DISABLE));
  const path = await fakeElectron(opposite);
  await setFuses(path);
  const fuses = Object.entries(await getCurrentFuseWire(path)).filter(([key]) => /^\d+$/.test(key));
  const on = fuses.map(([fuse, state]) => [Number(fuse), state === FuseState.ENABLE]);
  expect(on).toEqual([
    [0, false],
    [1, true],
    [2, false],
    [3, false],
    [4, true],
    [5, true],
    [6, false],
    [7, false],
    [8, true],
  ]);
});

it('stops at an Electron with a fuse that nobody has decided on', async () => {
  const path = await fakeElectron(Array.from({ length: 10 }, () => FuseState.DISABLE));
  await expect(setFuses(path)).rejects.toThrow(/strictlyRequireAllFuses/);
});
