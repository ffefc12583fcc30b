import { defineConfig } from '@playwright/test';

/**
 * End-to-end tests against the built app (`npm run build` first; `npm test` does it). `JSON_REPORT` names a file for the counts.
 */
const reportFile = process.env['JSON_REPORT'];

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // As for the other tests: these end only what hangs, however busy the machine.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  fullyParallel: true,
  workers: process.env['CI'] === undefined ? 1 : 2,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list'], ...(reportFile === undefined ? [] : [['json', { outputFile: reportFile }] as const])],
});
