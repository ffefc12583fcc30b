import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { findChromium } from '#tools/browser-host/open-in-browser.ts';
import { ensureBuilt } from '#tools/setup/build.mjs';

const root = resolve(import.meta.dirname, '../..');

/** Faults that only a real window meets; they are end-to-end tests with more rounds. */
export const windowFaults: Readonly<Record<string, { readonly spec: string; readonly rounds: number }>> = {
  'kill-typing': { spec: 'kill-while-typing.spec.ts', rounds: 100 },
  'window-crash': { spec: 'window-crash.spec.ts', rounds: 50 },
};

/** Runs one of them; null where no browser is there, else whether it found nothing wrong. */
export async function runWindowFault(name: string, rounds: number): Promise<boolean | null> {
  const fault = windowFaults[name];
  if (!fault || findChromium() === undefined) return null;
  await ensureBuilt();
  const playwright = join(root, 'node_modules/playwright/cli.js');
  const config = join(root, 'tests/e2e/playwright.config.ts');
  const run = spawnSync(process.execPath, [playwright, 'test', '--config', config, '--reporter=line', fault.spec], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, GAOQIAN_FAULT_ROUNDS: String(rounds) },
  });
  return run.status === 0;
}
