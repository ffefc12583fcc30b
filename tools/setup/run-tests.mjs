import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { node24, npm, projectRoot } from './programs.mjs';
import { runTool, say } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { countsOf, filesEndedByEngine, playwrightCounts, vitestCounts } from './test-counts.mjs';

/** The part of `npm test` that runs on Node 24, once the packages are there. */

const reports = mkdtempSync(join(tmpdir(), 'gaoqian-reports-'));
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
  const { code, output } = await npm(['run', '--silent', ...args], { show: true, env });
  say(`${code === 0 ? '✓' : '✗'} ${what}（${Math.round((Date.now() - started) / 1000)} s）`);
  return { code, output };
}

/**
 * @param {string} what
 * @param {readonly string[]} files all of them when empty
 */
async function unitTests(what, files) {
  const report = join(reports, `vitest-${files.length}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return { report, ...(await script(what, ['test:unit', '--', ...files, ...reporters])) };
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
    if ((await script(what, [name])).code !== 0) failed += 1;
  }
  const unit = await unitTests('单元测试（unit tests）', []);
  const ended = filesEndedByEngine(unit.output);
  if (ended.length === 0) {
    add(countsOf(unit.code, () => vitestCounts(unit.report)));
  } else {
    // The others stand as they are. What the engine ends twice has failed.
    add(vitestCounts(unit.report, ended));
    const again = await unitTests('引擎自行中止的测试，再运行一次（ended by the engine itself, once more）', ended);
    add(countsOf(again.code, () => vitestCounts(again.report)));
  }
  await ensureBuilt();
  const { code: e2e } = await script('端到端测试（end-to-end tests）', ['test:e2e']);
  add(countsOf(e2e, () => playwrightCounts(playwrightReport)));
  rmSync(reports, { recursive: true, force: true });
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
