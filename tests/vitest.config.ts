import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { nodeFlags } from '../tools/setup/node-flags.mjs';

/** Unit and integration tests: everything under `tests` but the end-to-end ones, which Playwright runs. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  // Adapters are tested on the browser host's electron: the npm package is only a path to a binary.
  resolve: { alias: { electron: resolve(import.meta.dirname, '../tools/browser-host/electron/index.ts') } },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    pool: 'forks',
    execArgv: [...nodeFlags],
    maxWorkers: 2,
    // A test fails by what it finds, not by how slow or busy a machine is: this ends only what hangs.
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
