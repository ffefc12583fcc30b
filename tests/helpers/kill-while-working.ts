import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Killed {
  /** What the process had said by then, line by line; half a line at the end is left out. */
  readonly lines: readonly string[];
}

/**
 * Runs a module of ours in a process of its own and kills it (SIGKILL) in the middle of its work: so many milliseconds after
 * it has said so many lines. The module says a line, by a synchronous write, whenever it was promised something.
 */
export async function killWhileWorking(options: {
  readonly module: URL;
  readonly args: readonly string[];
  readonly afterLines: number;
  readonly thenMilliseconds: number;
}): Promise<Killed> {
  const child = spawn(process.execPath, [fileURLToPath(options.module), ...options.args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'gaoqian-compile-cache') },
  });
  const lines: string[] = [];
  let whole = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (whole += part));
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    if (lines.length === options.afterLines) setTimeout(() => child.kill('SIGKILL'), options.thenMilliseconds);
  });
  const signal = await new Promise<string | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_code, by) => resolve(by));
  });
  if (signal !== 'SIGKILL') throw new Error(`the process ended by itself after ${lines.length} lines`);
  return { lines: whole.split('\n').slice(0, -1) };
}
