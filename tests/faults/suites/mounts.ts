import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FaultSuite } from '../fault-suite.ts';
import { layFilledDesk } from '../filled-desk.ts';
import { assertDesk } from '../oracle.ts';
import { hashOf } from '../promises.ts';
import { inNamespace, whyNoMounts } from '../namespace.ts';
import { program, run } from '../run-program.ts';

/** A folder that nothing can be written to: refused with its code, read all the same, and left to the byte as it is. */
export const readOnly: FaultSuite = {
  name: 'read-only',
  strikes: 20,
  few: 2,
  unable: whyNoMounts,
  async strike({ data, careless }) {
    const desk = await layFilledDesk(data);
    const before = bytesOf(data);
    const mount = `mount --bind "$1" "$1"${careless ? '' : ' && mount -o remount,bind,ro "$1"'}`;
    const { lines, errors } = await run(inNamespace(mount, data, program('reading', [data])));
    assert.deepEqual(lines, ['refused data-folder-unwritable', `read ${hashOf(desk.live.drafts)}`], errors);
    assert.equal(bytesOf(data), before, 'something in the folder changed');
    await assertDesk(data, desk.live);
  },
};

/** A disk of 2 MB that is filled up to some point. It is gone with its process, which looks at it itself. */
export const smallDisk: FaultSuite = {
  name: 'small-disk',
  strikes: 40,
  few: 2,
  unable: whyNoMounts,
  async strike({ data, place, random, careless }) {
    const source = join(place, 'source');
    const desk = await layFilledDesk(source);
    const known = join(place, 'desk.json');
    writeFileSync(known, JSON.stringify(desk));
    mkdirSync(data);
    const left = String(Math.floor(random() * 600_000));
    const command = program('small-disk', [source, data, known, left, ...(careless ? ['careless'] : [])]);
    const { lines, errors } = await run(inNamespace('mount -t tmpfs -o size=2m none "$1"', data, command));
    assert.equal(lines.at(-1), 'whole', [...lines.slice(-6), errors].join('\n'));
  },
};

function bytesOf(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    hash.update(relative(folder, path));
    if (entry.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}
