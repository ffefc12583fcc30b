import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { appCommand, prepare } from './prepare.mjs';
import { projectRoot } from './programs.mjs';
import { findRuntime } from './runtime.mjs';
import { Refusal, runTool, say } from './say.mjs';

async function install() {
  await ensureInstalled();
  return 0;
}

async function build() {
  await ensureInstalled();
  await ensureBuilt({ force: true });
  return 0;
}

/** Builds on every change of the sources and starts the app again; its address stays the same, the page only needs a reload. */
async function develop() {
  await prepare({ build: true });
  const { command, args } = appCommand(await findRuntime({ retry: false }), { open: false });
  const env = {
    ...process.env,
    GAOQIAN_DEMO_PORTAL: '1',
    GAOQIAN_DEVELOPMENT: '1',
    GAOQIAN_HOST_TOKEN: randomBytes(32).toString('base64url'),
  };
  const start = () => spawn(command, args, { cwd: projectRoot, stdio: 'inherit', env });
  let app = start();

  async function renew() {
    try {
      await ensureBuilt();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
      return;
    }
    if (app.exitCode === null) {
      app.kill('SIGTERM');
      await once(app, 'exit');
    }
    app = start();
  }

  /** @type {NodeJS.Timeout | undefined} */
  let settled;
  /** @type {Promise<void>} */
  let renewing = Promise.resolve();
  const changed = () => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      renewing = renewing.then(renew);
    }, 300);
  };
  const watchers = ['src', 'resources'].map((folder) => watch(join(projectRoot, folder), { recursive: true }, changed));
  await new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, resolve);
  });
  for (const watcher of watchers) watcher.close();
  if (app.exitCode === null) {
    app.kill('SIGTERM');
    await once(app, 'exit');
  }
  return 0;
}

await runTool(async () => {
  const command = process.argv[2];
  if (command === 'install') return await install();
  if (command === 'dev') return await develop();
  if (command === 'build') return await build();
  throw new Refusal('用法：node tools/bootstrap.mjs install | build | dev（usage）');
});
