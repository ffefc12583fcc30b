import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

const program = resolve(import.meta.dirname, '../../src/portal/main.ts');

export interface PortalProcess {
  readonly url: string;
  kill(): Promise<void>;
  /** Asks it to end, and waits until it has; answers its exit code. */
  stop(): Promise<number | null>;
}

/** `npm run portal` as a process of its own, on a data folder that has an exporter. Port 0 takes a free one. */
export async function portalProcess(folder: string, port = '0', name = 'portal'): Promise<PortalProcess> {
  const args = [program, '--data', folder, '--port', port, '--process-name', name];
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    await exited;
    return child.exitCode;
  };
  onTestFinished(kill);
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/[\d.:]+/.exec(line)?.[0];
    if (url !== undefined) return { url, kill, stop };
  }
  throw new Error('the portal did not start');
}
