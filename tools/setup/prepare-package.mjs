import { join } from 'node:path';
import { nodeFlags } from './node-flags.mjs';
import { prepare } from './prepare.mjs';
import { handOver, node24, projectRoot } from './programs.mjs';
import { runTool } from './say.mjs';

/** The part of `npm run package` that runs on the machine's own Node. */
await runTool(async () => {
  await prepare({ build: false });
  const script = join(projectRoot, 'tools/setup/run-package.mjs');
  return await handOver(node24, [...nodeFlags, script, ...process.argv.slice(2)]);
});
