import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { countsOf, playwrightCounts, vitestCounts } from '#tools/setup/test-counts.mjs';
import { temporaryFolder } from '#tests/helpers/temporary-folder.ts';

async function report(content: object): Promise<string> {
  const path = join(await temporaryFolder(), 'report.json');
  await writeFile(path, JSON.stringify(content));
  return path;
}

it("adds vitest's tests, and each file that could not be read as one failure", async () => {
  const path = await report({
    numPassedTests: 7,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{}] },
    ],
  });
  expect(vitestCounts(path)).toEqual({ passed: 7, failed: 2 });
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
