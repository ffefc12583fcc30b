import { execFile } from 'node:child_process';
import { join, parse, resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { ensureBuilt } from '#tools/setup/build.mjs';
import { nodeEnvironment } from '#tools/setup/node-flags.mjs';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/**
 * Builds a program of the bench as the app's main process is built, for one that runs from source holds its compiler too. It
 * lies in a folder beside `out/main`, whose worker threads it starts.
 * @param name of that folder, after `bench-`
 * @param sources its own and its threads', from `tools/bench`; the first one is the program
 * @returns runs it in a process of its own, with the app's environment, and answers what it printed as JSON
 */
export async function benchProgram<Printed>(
  name: string,
  ...sources: readonly string[]
): Promise<(...args: readonly string[]) => Promise<Printed>> {
  await ensureBuilt();
  const outDir = join(root, 'out', `bench-${name}`);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: sources.map((source) => join(import.meta.dirname, source)),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  const program = join(outDir, `${parse(sources[0] ?? '').name}.js`);
  const env = { ...nodeEnvironment, ...process.env };
  return async (...args) => {
    const { stdout } = await run(process.execPath, [...process.execArgv, program, ...args], { env });
    return JSON.parse(stdout) as Printed;
  };
}
