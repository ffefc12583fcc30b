/*
 * The long run of the store's fault plan: the same tests as in `npm test`, with the numbers of the plan.
 *
 *   npm run test:faults
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
/** 500 kills in two lanes, a cut every 997 bytes. A smaller number from outside makes a shorter run. */
const plan = { GAOQIAN_FAULT_KILLS: '250', GAOQIAN_FAULT_STRIDE: '997' };
const tests = ['kill-while-saving', 'cut-log', 'full-disk', 'salvage', 'store-folder', 'opening-wish'];

const run = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...tests.map((name) => `tests/main/db/${name}`),
  ],
  { cwd: root, stdio: 'inherit', env: { ...plan, ...process.env } },
);
process.exitCode = run.status ?? 1;
