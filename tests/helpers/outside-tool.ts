import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether a program of this machine answers. */
export async function hasTool(name: string, ...args: readonly string[]): Promise<boolean> {
  return run(name, [...args]).then(
    () => true,
    (thrown: unknown) => !(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'),
  );
}

/** Runs a judge that this project did not write; answers what it said, rejects when it found fault. */
export async function judge(name: string, args: readonly string[], folder?: string): Promise<string> {
  const { stdout, stderr } = await run(name, [...args], { ...(folder ? { cwd: folder } : {}), encoding: 'utf8' });
  return stdout + stderr;
}
