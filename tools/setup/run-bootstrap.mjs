import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildOptions, electronVite, ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { appCommand, prepare } from './prepare.mjs';
import { node24, projectRoot } from './programs.mjs';
import { findRuntime } from './runtime.mjs';
import { Refusal, runTool, say } from './say.mjs';

async function build() {
  await ensureInstalled();
  await ensureBuilt({ force: true });
  return 0;
}

/** Builds on every change; the app starts again when what it runs has changed. */
async function develop() {
  await prepare({ build: true });
  const runtime = await findRuntime({ retry: false });
  const builder = spawn(node24, [electronVite, 'build', '--watch', ...buildOptions], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  const { command, args } = appCommand(runtime, { open: false });
  const environment = { ...process.env, GAOQIAN_DEMO_PORTAL: '1', GAOQIAN_DEVELOPMENT: '1' };
  let app = spawn(command, args, { cwd: projectRoot, stdio: 'inherit', env: environment });
  /** @type {NodeJS.Timeout | undefined} */
  let settled;
  const restart = () => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      say('有改动，重新启动（changed: starting again）');
      app.once('exit', () => {
        app = spawn(command, args, { cwd: projectRoot, stdio: 'inherit', env: environment });
      });
      app.kill('SIGTERM');
    }, 500);
  };
  const watcher = watch(join(projectRoot, 'out'), { recursive: true }, restart);
  /** @type {Promise<number>} */
  const stopped = new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => resolve(0));
    builder.once('exit', (code) => resolve(code ?? 1));
  });
  const code = await stopped;
  watcher.close();
  builder.kill();
  app.kill('SIGTERM');
  return code;
}

await runTool(async () => {
  const command = process.argv[2];
  if (command === 'dev') return await develop();
  if (command === 'build') return await build();
  throw new Refusal('用法：node tools/bootstrap.mjs build | dev（usage）');
});
