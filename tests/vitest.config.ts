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
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
