import { join } from 'node:path';
import { nodeFlags } from './node-flags.mjs';
import { prepare } from './prepare.mjs';
import { handOver, node24, projectRoot } from './programs.mjs';
import { Refusal, runTool } from './say.mjs';

/** The part of `tools/run.mjs` that runs on the machine's own Node. */
await runTool(async () => {
  const [script, ...args] = process.argv.slice(2);
  if (script === undefined) throw new Refusal('用法：node tools/run.mjs <程序> [参数]（usage）');
  await prepare({ build: false });
  return await handOver(node24, [...nodeFlags, join(projectRoot, script), ...args]);
});
