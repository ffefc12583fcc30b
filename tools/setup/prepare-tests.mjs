import { join } from 'node:path';
import { nodeFlags } from './node-flags.mjs';
import { prepare } from './prepare.mjs';
import { handOver, node24, projectRoot } from './programs.mjs';
import { runTool } from './say.mjs';

/** The part of `npm test` that runs on the machine's own Node: it makes sure of ours, and goes on there. */
await runTool(async () => {
  await prepare({ build: false });
  return await handOver(node24, [...nodeFlags, join(projectRoot, 'tools/setup/run-tests.mjs')]);
});
