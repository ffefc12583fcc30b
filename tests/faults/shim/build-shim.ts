import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const source = join(import.meta.dirname, 'faults.c');
let built: string | null | undefined;

/** The preloaded library that makes a disk fail, built once in a process; null where there is no C compiler or no preloading. */
export function shim(): string | null {
  built ??= process.platform === 'linux' ? build() : null;
  return built;
}

export function whyNoShim(): string | null {
  return shim() === null ? 'there is no C compiler to build the failing disk with' : null;
}

function build(): string | null {
  const library = join(mkdtempSync(join(tmpdir(), 'gaoqian-shim-')), 'faults.so');
  const flags = ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl', '-lpthread'];
  for (const compiler of ['cc', 'gcc', 'clang']) {
    if (spawnSync(compiler, flags, { stdio: 'ignore' }).status === 0) return library;
  }
  return null;
}
