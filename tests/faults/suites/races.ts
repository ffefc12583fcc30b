import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { FaultSuite, Strike } from '../fault-suite.ts';
import { layFilledDesk } from '../filled-desk.ts';
import { assertDesk } from '../oracle.ts';
import { program } from '../run-program.ts';

const starters = 3;

/** Several start on one folder at once: one gets in, the others are told; when it is killed the next gets in. */
export const races: FaultSuite = { name: 'races', strikes: 50, few: 2, strike: race };

async function race({ data, careless }: Strike): Promise<void> {
  const desk = await layFilledDesk(data);
  const racers = Array.from({ length: starters }, () => starter(data, careless));
  try {
    await Promise.all(racers.map(async ({ said }) => said()));
    for (const { child } of racers) child.stdin?.write('go\n');
    const answers = await Promise.all(racers.map(async ({ said }) => said()));
    const told = Array.from({ length: starters - 1 }, () => 'refused data-folder-in-use');
    assert.deepEqual(answers.toSorted(), ['in', ...told], 'one of them alone may work on the folder');
  } finally {
    await Promise.all(racers.map(async ({ child }) => end(child)));
  }
  await assertDesk(data, desk.live, { outcome: 'opened', crashed: true });
}

function starter(data: string, careless: boolean) {
  const [file = '', ...args] = program('racing', [data, ...(careless ? ['careless'] : [])]);
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, said: async () => String((await lines.next()).value) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
