/*
 * The portal's part of the fault and attack plan with its full numbers: the same tests as in `npm test`, in pieces.
 *
 *   npm run test:faults:portal -- [--only <suite>,…] [--resume]
 *
 * Each piece has a seed of its own, told before it begins; `GAOQIAN_FAULT_SEED` repeats it. Pieces that were well are noted
 * in `.cache/faults-portal.json`; `--resume` leaves them out.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

interface Suite {
  /** Kills or mutants of all pieces together. */
  readonly total: number;
  readonly pieces: number;
  readonly file: string;
  readonly title: string;
  /** Tells the test the number of a piece. */
  readonly variable: string;
}

const suites: Readonly<Record<string, Suite>> = {
  portal: {
    total: 250,
    pieces: 25,
    file: 'tests/portal/kill-while-uploading.test.ts',
    title: 'a portal killed|the judge of an arrival',
    variable: 'GAOQIAN_UPLOAD_KILLS',
  },
  workstation: {
    total: 250,
    pieces: 25,
    file: 'tests/portal/kill-while-uploading.test.ts',
    title: 'a workstation killed',
    variable: 'GAOQIAN_UPLOAD_KILLS',
  },
  mutants: {
    total: 1000,
    pieces: 4,
    file: 'tests/portal/package-attacks.test.ts',
    title: 'mutants of a package',
    variable: 'GAOQIAN_PACKAGE_MUTANTS',
  },
  // All of them, with some mutants: fewer do not reach every layer.
  attacks: {
    total: 125,
    pieces: 1,
    file: 'tests/portal/package-attacks.test.ts',
    title: '',
    variable: 'GAOQIAN_PACKAGE_MUTANTS',
  },
};
const firstSeed = 20_261_128;

const { values } = parseArgs({ options: { only: { type: 'string' }, resume: { type: 'boolean', default: false } } });
const root = resolve(import.meta.dirname, '../..');
const notes = resolve(root, '.cache/faults-portal.json');
const done = new Set(values.resume ? readNotes() : []);
const asked = Object.entries(suites).filter(([name]) => values.only?.split(',').includes(name) ?? true);
if (asked.length === 0) throw new Error(`there are these: ${Object.keys(suites).join(', ')}`);

for (const [name, suite] of asked) {
  for (let piece = 1; piece <= suite.pieces; piece += 1) {
    const mark = `${name} ${piece}/${suite.pieces}`;
    if (done.has(mark)) continue;
    if (!strike(suite, firstSeed + piece, mark)) {
      process.exitCode = 1;
      continue;
    }
    done.add(mark);
    mkdirSync(resolve(notes, '..'), { recursive: true });
    writeFileSync(notes, JSON.stringify([...done]));
  }
}

function strike({ total, pieces, file, title, variable }: Suite, seed: number, mark: string): boolean {
  console.log(`${mark}, seed ${seed}`);
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--config', 'tests/vitest.config.ts', file, ...(title === '' ? [] : ['-t', title])];
  const plan = { GAOQIAN_UPLOAD_MEGABYTES: '20', GAOQIAN_FAULT_SEED: String(seed), [variable]: String(total / pieces) };
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...plan, ...process.env } });
  return run.status === 0;
}

function readNotes(): readonly string[] {
  try {
    return JSON.parse(readFileSync(notes, 'utf8')) as string[];
  } catch {
    return [];
  }
}
