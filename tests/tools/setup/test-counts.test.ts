import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countsOf, filesEndedByEngine, playwrightCounts, vitestCounts } from '#tools/setup/test-counts.mjs';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

async function report(content: object): Promise<string> {
  const path = join(await temporaryFolder(), 'report.json');
  await writeFile(path, JSON.stringify(content));
  return path;
}

it("adds vitest's tests, and each file that could not be read as one failure", async () => {
  const path = await report({
    testResults: [
      { name: '/a.test.ts', status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { name: '/b.test.ts', status: 'failed', assertionResults: [] },
      { name: '/c.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'skipped' }] },
    ],
  });
  expect(vitestCounts(path)).toEqual({ passed: 2, failed: 2 });
  expect(vitestCounts(path, ['/a.test.ts', '/b.test.ts'])).toEqual({ passed: 1, failed: 0 });
});

/** What vitest prints when processes of test files ended unasked. */
const printed = (...ends: readonly (readonly [how: string, file: string])[]): string =>
  [
    `\u001b[31mVitest caught ${ends.length} unhandled error${ends.length > 1 ? 's' : ''} during the test run.\u001b[39m`,
    ...ends.map(
      ([how, file]) =>
        `Caused by: Error: Worker exited unexpectedly with ${how} during started state while running test file ${file}\u001b[39m`,
    ),
  ].join('\n');

it('tells the files whose process the engine ended, and excuses nothing where anything else went wrong', () => {
  const first = ['signal SIGTRAP', '/a b.test.ts'] as const;
  expect(filesEndedByEngine(printed(first))).toEqual(['/a b.test.ts']);
  expect(filesEndedByEngine(printed(first, ['signal SIGTRAP', '/c.test.ts']))).toEqual(['/a b.test.ts', '/c.test.ts']);
  expect(filesEndedByEngine(printed(first, ['signal SIGSEGV', '/c.test.ts']))).toEqual([]);
  expect(filesEndedByEngine('Test Files  2 failed')).toEqual([]);
});

it('counts a test that passed only when repeated as failed', async () => {
  const path = await report({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 0 }, errors: [] });
  expect(playwrightCounts(path)).toEqual({ passed: 5, failed: 3 });
});

it.each([
  ['a run without a report', 1, () => JSON.parse('') as never, { passed: 0, failed: 1 }],
  ['a crash after passing tests', 1, () => ({ passed: 3, failed: 0 }), { passed: 3, failed: 1 }],
  ['a failed test', 1, () => ({ passed: 3, failed: 2 }), { passed: 3, failed: 2 }],
  ['a good run', 0, () => ({ passed: 3, failed: 0 }), { passed: 3, failed: 0 }],
])('never looks greener than it was: %s', (_what, code, read, expected) => {
  expect(countsOf(code, read)).toEqual(expected);
});
