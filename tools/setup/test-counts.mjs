import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 */

/**
 * Counts of vitest's JSON report. A file that could not be read at all counts as one failure.
 * @param {string} path
 * @param {readonly string[]} [without] files that do not count, for they are run again
 * @returns {Counts}
 */
export function vitestCounts(path, without = []) {
  const report =
    /** @type {{ testResults: { name: string, status: string, assertionResults: { status: string }[] }[] }} */ (
      JSON.parse(readFileSync(path, 'utf8'))
    );
  const files = report.testResults.filter((file) => !without.includes(file.name));
  const tests = files.flatMap((file) => file.assertionResults);
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken,
  };
}

/**
 * The test files whose process the engine ended by a check of its own (SIGTRAP), which says nothing of the tests: V8 loses
 * a page of code now and then while threads come and go (`node-flags.mjs`; the flag makes it rare). None where anything else went
 * wrong beside the tests.
 * @param {string} output what vitest printed
 * @returns {readonly string[]}
 */
export function filesEndedByEngine(output) {
  const ended = /Worker exited unexpectedly with signal SIGTRAP\b.* while running test file (.+)$/gmu;
  const plain = stripVTControlCharacters(output);
  const files = [...plain.matchAll(ended)].map(([, file = '']) => file.trim());
  const wrong = /Vitest caught (\d+) unhandled error/u.exec(plain)?.[1];
  return Number(wrong) === files.length ? files : [];
}

/**
 * Counts of Playwright's JSON report. A test that passed only when repeated has failed.
 * @param {string} path
 * @returns {Counts}
 */
export function playwrightCounts(path) {
  const report = /** @type {{ stats: { expected: number, unexpected: number, flaky: number }, errors?: unknown[] }} */ (
    JSON.parse(readFileSync(path, 'utf8'))
  );
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0) };
}

/**
 * The counts of a step whose report may be missing because it never came to run.
 * @param {number} exitCode
 * @param {() => Counts} read
 * @returns {Counts}
 */
export function countsOf(exitCode, read) {
  try {
    const counts = read();
    // A step that failed without a failed test (a crash, nothing found) must not look green.
    return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
}
