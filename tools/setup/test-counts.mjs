import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 */

/**
 * Counts of vitest's JSON report. A file that could not be read at all counts as one failure.
 * @param {string} path
 * @returns {Counts}
 */
export function vitestCounts(path) {
  const report =
    /** @type {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} */ (
      JSON.parse(readFileSync(path, 'utf8'))
    );
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
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
