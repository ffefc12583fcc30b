/*
 * The portal's part of the fault and attack plan with its full numbers: the same tests as in `npm test`.
 *
 *   npm run test:faults:portal
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** Smaller numbers from outside make a shorter run. */
const plan = { GAOQIAN_UPLOAD_KILLS: '250', GAOQIAN_UPLOAD_MEGABYTES: '20', GAOQIAN_PACKAGE_MUTANTS: '1000' };
const tests = ['tests/portal/kill-while-uploading.test.ts', 'tests/portal/package-attacks.test.ts'];
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
const run = spawnSync(process.execPath, [vitest, 'run', '--config', 'tests/vitest.config.ts', ...tests], {
  cwd: root,
  stdio: 'inherit',
  env: { ...plan, ...process.env },
});
process.exitCode = run.status ?? 1;
