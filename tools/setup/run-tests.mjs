import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { node24, npm, projectRoot } from './programs.mjs';
import { runTool, say } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { countsOf, playwrightCounts, vitestCounts } from './test-counts.mjs';

/** The part of `npm test` that runs on Node 24, once the packages are there. */

const reports = mkdtempSync(join(tmpdir(), 'gaoqian-reports-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');
const env = {
  ...process.env,
  PATH: [join(projectRoot, 'node_modules/.bin'), dirname(node24), process.env['PATH']].join(delimiter),
  JSON_REPORT: playwrightReport,
};

/**
 * @param {string} what
 * @param {readonly string[]} args
 */
async function script(what, args) {
  say(what);
  const started = Date.now();
  const { code } = await npm(['run', '--silent', ...args], { show: true, env });
  say(`${code === 0 ? '✓' : '✗'} ${what}（${Math.round((Date.now() - started) / 1000)} s）`);
  return code;
}

await runTool(async () => {
  await ensureSystemPackages();
  let passed = 0;
  let failed = 0;
  /** @param {import('./test-counts.mjs').Counts} counts */
  const add = (counts) => {
    passed += counts.passed;
    failed += counts.failed;
  };
  for (const [what, name] of /** @type {const} */ ([
    ['类型（types）', 'check:types'],
    ['规范（lint）', 'check:lint'],
    ['格式（format）', 'check:format'],
    ['无用代码（dead code）', 'check:dead'],
  ])) {
    if ((await script(what, [name])) !== 0) failed += 1;
  }
  const unit = await script('单元测试（unit tests）', [
    'test:unit',
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ]);
  add(countsOf(unit, () => vitestCounts(vitestReport)));
  await ensureBuilt();
  const e2e = await script('端到端测试（end-to-end tests）', ['test:e2e']);
  add(countsOf(e2e, () => playwrightCounts(playwrightReport)));
  rmSync(reports, { recursive: true, force: true });
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
