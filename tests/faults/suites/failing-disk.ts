import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { queries } from '#main/db/queries/registry.ts';
import type { ErrorCode } from '#shared/errors.ts';
import { sequenceOf, wordsOf } from '#tests/helpers/saved-words.ts';
import { spread, type FaultSuite, type Strike } from '../fault-suite.ts';
import { layFilledDesk, type FilledDesk } from '../filled-desk.ts';
import { assertDesk, assertMedia, openAgain } from '../oracle.ts';
import { program, run, runOnFailingDisk, type Ended } from '../run-program.ts';
import { whyNoShim } from '../shim/build-shim.ts';

/** More than thirty saves with versions and pictures write, about. */
const mostBytes = 4_000_000;
const mostSyncs = 100;

/** The disk takes so many bytes more and then none, wherever that is: at the start, in a save, in a checkpoint. */
export const fullDisk: FaultSuite = {
  name: 'full-disk',
  strikes: 200,
  few: 3,
  unable: whyNoShim,
  async strike(strike) {
    const desk = await layFilledDesk(strike.data);
    const BUDGET = Math.floor(strike.random() ** 2 * mostBytes);
    const ended = await runOnFailingDisk(working(strike, desk), strike.data, { BUDGET });
    await inspect(strike, desk, ended, ['disk-full', 'disk-error']);
  },
};

/** One fsync fails. It is never asked for again before the bytes are written anew: the system may have thrown them away. */
export const failedSync: FaultSuite = {
  name: 'failed-sync',
  strikes: mostSyncs,
  few: 3,
  unable: whyNoShim,
  async strike(strike) {
    const desk = await layFilledDesk(strike.data);
    const SYNC = strike.careless ? 1 : 1 + spread(strike.number, mostSyncs);
    const command = strike.careless ? program('retrying', [strike.data]) : working(strike, desk);
    const ended = await runOnFailingDisk(command, strike.data, { SYNC });
    const retried = ended.disk.filter((line) => line.startsWith('retried'));
    assert.deepEqual(retried, [], 'an fsync that failed was simply asked for again');
    await inspect(strike, desk, ended, ['disk-error']);
  },
};

/** A limit on the size of files, which SQLite meets as an error of the disk and not as a full one. */
export const sizeLimit: FaultSuite = {
  name: 'size-limit',
  strikes: 20,
  few: 2,
  unable: () => (process.platform === 'win32' ? 'Windows knows no such limit' : null),
  async strike(strike) {
    const desk = await layFilledDesk(strike.data);
    const blocks = Math.ceil(statSync(join(strike.data, 'gaoqian.sqlite')).size / 512);
    const limit = blocks + Math.floor(strike.random() * 1200);
    const script = `ulimit -f ${limit}; exec "$@"`;
    const ended = await run(['sh', '-c', script, 'sh', ...working(strike, desk)]);
    await inspect(strike, desk, ended, ['disk-full', 'disk-error']);
  },
};

function working({ data, careless }: Strike, { draftId }: FilledDesk): readonly string[] {
  return program('working', [data, draftId, ...(careless ? ['careless'] : [])]);
}

/** What the process was promised is there for the next one, and each refusal said what it is and left the words readable. */
async function inspect({ data }: Strike, desk: FilledDesk, ended: Ended, codes: readonly ErrorCode[]): Promise<void> {
  assert.deepEqual({ code: ended.code, errors: ended.errors }, { code: 0, errors: '' }, 'the process broke');
  let saved = 0;
  const kept: number[] = [];
  const media: string[] = [];
  for (const line of ended.lines) {
    const [what, value = ''] = line.split(' ');
    if (what === 'saved') saved = Number(value);
    if (what === 'kept') kept.push(Number(value));
    if (what === 'picture') media.push(value);
    if (what === 'refused') assert.ok(codes.includes(value as ErrorCode), line);
    if (what === 'read' && saved > 0) assert.equal(Number(value), saved, 'after a refusal other words are read');
  }
  await assertDesk(data, desk.live);
  assertMedia(data, { drafts: {}, media });
  const open = await openAgain(data);
  try {
    const draft = queries.readDraft(open.database, { draftId: desk.draftId });
    const found = sequenceOf(draft?.summary.headline ?? '');
    assert.ok(found >= saved, `save ${saved} was acknowledged, ${found} is there`);
    assert.deepEqual(draft?.journal?.content ?? draft?.headContent, wordsOf(found));
    const versions = new Set(queries.listRevisions(open.database, desk).map(({ headline }) => sequenceOf(headline)));
    assert.deepEqual(
      kept.filter((sequence) => !versions.has(sequence)),
      [],
      'kept versions are gone',
    );
  } finally {
    open.close();
  }
}
