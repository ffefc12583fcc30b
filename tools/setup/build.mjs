import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node24, projectRoot, run } from './programs.mjs';
import { Refusal, say } from './say.mjs';
import { contentStamp, readStamp, writeStamp } from './stamp.mjs';

const stampPath = join(projectRoot, 'out/.stamp');
const inputs = ['src', 'resources', 'electron.config.ts', 'package.json', 'package-lock.json'];
const outputs = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/**
 * Builds main, preload and renderer into `out`, unless it holds what these sources give.
 * @param {{ force?: boolean }} [options]
 */
export async function ensureBuilt(options = {}) {
  const stamp = contentStamp(projectRoot, inputs);
  const isBuilt = readStamp(stampPath) === stamp && outputs.every((output) => existsSync(join(projectRoot, output)));
  if (isBuilt && options.force !== true) return;
  say('构建……（building）');
  const { code, output } = await run(node24, [electronVite, 'build', ...buildOptions]);
  if (code !== 0) throw new Refusal(`构建失败（the build failed）：\n${output.trim()}`);
  writeStamp(stampPath, stamp);
}

const electronVite = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js');
const buildOptions = ['--config', 'electron.config.ts', '--logLevel', 'warn'];
