/*
 * The long run of the store's fault plan.
 *
 *   npm run test:faults -- [--only <suite>,…] [--from <strike>] [--strikes <number>] [--seed <number>] [--resume]
 *
 * Each strike is the same for the same seed, suite and number, and stands alone: `--only bit-flips --from 117 --strikes 118`
 * repeats one. What was struck is noted in `.cache/faults.json`; `--resume` goes on behind it. A strike that finds something
 * wrong leaves its folder.
 */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clearFilledDesk } from './filled-desk.ts';
import { clearSignedDesk } from './signed-desk.ts';
import { suites } from './plan.ts';
import { readProgress, progressFile } from './progress.ts';
import { provesSomething, runSuite } from './run-suite.ts';
import { runWindowFault, windowFaults } from './window-faults.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    from: { type: 'string' },
    strikes: { type: 'string' },
    seed: { type: 'string' },
    resume: { type: 'boolean', default: false },
  },
});
const before = values.resume ? readProgress() : null;
const seed = Number(values.seed ?? before?.seed ?? 20_261_128);
const progress = progressFile(seed, before);
const scratch = join(tmpdir(), `gaoqian-faults-${seed}`);
mkdirSync(scratch, { recursive: true });

const only = values.only?.split(',');
const isAsked = (name: string): boolean => only?.includes(name) ?? true;
const asked = suites.filter(({ name }) => isAsked(name));
const windows = Object.keys(windowFaults).filter(isAsked);
if (asked.length + windows.length === 0) {
  throw new Error(`there are these: ${[...suites.map(({ name }) => name), ...Object.keys(windowFaults)].join(', ')}`);
}
console.log(`seed ${seed}`);
let wrong = 0;
for (const suite of asked) {
  const why = suite.unable?.() ?? null;
  if (why !== null) {
    console.log(`– ${suite.name}: not struck, ${why}`);
    continue;
  }
  const from = Number(values.from ?? progress.behind(suite.name));
  const strikes = Number(values.strikes ?? suite.strikes);
  if (from >= strikes) continue;
  const started = performance.now();
  await provesSomething(suite, { seed, scratch });
  let failures = 0;
  await runSuite(suite, {
    seed,
    scratch,
    from,
    strikes,
    struck(number, failure) {
      progress.struck(suite.name, number);
      if (failure === null) return;
      failures += 1;
      console.log(`✗ ${suite.name} ${number}, left in ${join(scratch, `${suite.name}-${number}`)}\n${told(failure)}`);
    },
  });
  wrong += failures;
  const seconds = Math.round((performance.now() - started) / 1000);
  const found = failures === 0 ? 'nothing wrong' : `${failures} wrong`;
  console.log(
    `${failures === 0 ? '✓' : '✗'} ${suite.name}: ${strikes - from} strikes, ${found}, its canary seen (${seconds} s)`,
  );
}
await clearFilledDesk();
await clearSignedDesk();
for (const name of windows) {
  const isWell = await runWindowFault(name, Number(values.strikes ?? windowFaults[name]?.rounds));
  if (isWell === null) console.log(`– ${name}: not struck, there is no browser here`);
  if (isWell === false) wrong += 1;
}
process.exitCode = wrong === 0 ? 0 : 1;

/** What was found wrong and where, without the frames of the runner. */
function told(failure: unknown): string {
  const lines = (failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)).split('\n');
  return lines
    .filter((line) => !/node:internal|run-suite\.ts/.test(line))
    .slice(0, 24)
    .join('\n');
}
