import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFlags } from '#tools/setup/node-flags.mjs';
import { shim } from './shim/build-shim.ts';

export interface Ended {
  readonly lines: readonly string[];
  readonly errors: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The command line of one of the programs in `processes/`. */
export function program(name: string, args: readonly string[]): readonly string[] {
  return [process.execPath, ...nodeFlags, join(import.meta.dirname, 'processes', `${name}.ts`), ...args];
}

/** Runs a command to its end, whatever that is. */
export async function run(command: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const [file = '', ...args] = command;
  const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'gaoqian-compile-cache') };
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...compiled, ...env } });
  let said = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      // A line that was being said when the process was killed is no promise.
      resolve({ lines: said.split('\n').slice(0, -1), errors, code, signal });
    });
  });
}

/** How the disk of a program fails; see `shim/faults.c`. */
export interface DiskFault {
  readonly BUDGET?: number;
  readonly SYNC?: number;
  readonly KILL?: number;
}

/** Runs a command on a disk that fails under `folder`; also what the failing disk has to say. */
export async function runOnFailingDisk(
  command: readonly string[],
  folder: string,
  fault: DiskFault,
): Promise<Ended & { readonly disk: readonly string[] }> {
  const log = join(folder, '..', 'disk.log');
  mkdirSync(folder, { recursive: true });
  const named = Object.entries(fault).map(([name, value]) => [`GAOQIAN_FAULTS_${name}`, String(value)]);
  const env = { LD_PRELOAD: shim() ?? '', GAOQIAN_FAULTS_FOLDER: folder, GAOQIAN_FAULTS_LOG: log };
  const ended = await run(command, { ...env, ...Object.fromEntries(named) });
  return { ...ended, disk: readIfThere(log).split('\n') };
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
