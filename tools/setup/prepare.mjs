import { join } from 'node:path';
import { nodeFlags } from './node-flags.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { node24, projectRoot } from './programs.mjs';

/**
 * Brings a clone to where the app can run, doing only what has not been done: packages, Node 24, build.
 * @param {{ build: boolean }} options
 */
export async function prepare({ build }) {
  await ensureInstalled();
  if (build) await ensureBuilt();
}

/**
 * How to run the built app.
 * @param {import('./runtime.mjs').Runtime} runtime
 * @param {{ data?: string | undefined, port?: string | undefined, open: boolean }} options
 * @returns {{ command: string, args: string[] }}
 */
export function appCommand(runtime, { data, port, open }) {
  if (runtime.kind === 'electron') {
    return { command: runtime.binary, args: [projectRoot, ...(data === undefined ? [] : [`--user-data-dir=${data}`])] };
  }
  const host = join(projectRoot, 'tools/browser-host/main.ts');
  return {
    command: node24,
    args: [
      ...nodeFlags,
      host,
      ...(data === undefined ? [] : ['--user-data-dir', data]),
      ...(port === undefined ? ['--preferred-port', '4790'] : ['--port', port]),
      ...(open ? ['--open'] : []),
    ],
  };
}
