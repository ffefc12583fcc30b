import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import { nodeFlags } from '#tools/setup/node-flags.mjs';
import { temporaryFolder } from './temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
export const hostAppFolder = join(root, 'tests/fixtures/host-app');

export interface RunningHost {
  readonly child: ChildProcess;
  readonly folder: string;
  /** The address printed for the person, with the token in its fragment. */
  readonly address: URL;
  readonly token: string;
  readonly exited: Promise<number | null>;
  stderr(): string;
}

/** Starts the little app of `tests/fixtures/host-app` in the browser host, as its own process. */
export async function startHostApp(options: { folder?: string; args?: readonly string[] } = {}): Promise<RunningHost> {
  const folder = options.folder ?? (await temporaryFolder());
  const { child, exited, stderr } = spawnHostApp(folder, options.args ?? []);
  for await (const line of createInterface({ input: child.stdout })) {
    const { address } = JSON.parse(line) as { address: string };
    const url = new URL(address);
    return {
      child,
      folder,
      address: url,
      token: new URLSearchParams(url.hash.slice(1)).get('token') ?? '',
      exited,
      stderr,
    };
  }
  await exited;
  throw new Error(`the host did not start: ${stderr()}`);
}

/** The same without waiting until it is ready; ended with the test. */
export function spawnHostApp(folder: string, args: readonly string[]) {
  const child = spawn(
    process.execPath,
    [
      ...nodeFlags,
      join(root, 'tools/browser-host/main.ts'),
      '--app',
      hostAppFolder,
      '--user-data-dir',
      folder,
      '--announce',
      'json',
      ...args,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [said, errors] = ['', ''];
  child.stdout.on('data', (data: Buffer) => (said += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await exited;
  });
  return { child, exited, stdout: () => said, stderr: () => errors };
}
