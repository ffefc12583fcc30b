import { join, resolve } from 'node:path';
import { build } from 'vite';
import { ensureBuilt } from '#tools/setup/build.mjs';

const root = resolve(import.meta.dirname, '../../..');
/** Beside `out/main`, whose worker threads it starts. */
const out = join(root, 'out/bench-packing');

/** Builds `pack-process.ts` as the app's main process is built; answers where it lies. */
export async function buildPackProgram(): Promise<string> {
  await ensureBuilt();
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'pack-process.ts'),
      outDir: out,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'pack-process.js', codeSplitting: false } },
    },
  });
  return join(out, 'pack-process.js');
}
