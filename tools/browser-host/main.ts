import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { hostApp } from './electron/app.ts';
import { openInBrowser } from './open-in-browser.ts';
import { host } from './host.ts';

/**
 * Starts the built app in the browser host.
 *
 *   node tools/browser-host/main.ts [--user-data-dir <folder>] [--port <n>] [--preferred-port <n>] [--open] [--announce json] [--app <folder>]
 *
 * `--open` shows the window in a Chromium of this machine and makes leaving it close the app; without it the host serves until it is
 * stopped. A preferred port gives way to any free one.
 * The environment's GAOQIAN_HOST_TOKEN, when set, is the token instead of a fresh one. `--announce json` prints one line `{"ready":true,"address":…}` for a program to read.
 */
const { values } = parseArgs({
  options: {
    'user-data-dir': { type: 'string' },
    port: { type: 'string', default: '0' },
    'preferred-port': { type: 'string' },
    open: { type: 'boolean', default: false },
    announce: { type: 'string', default: 'text' },
    app: { type: 'string', default: resolve(import.meta.dirname, '../..') },
  },
});

const projectRoot = resolve(values.app);
const token = process.env['GAOQIAN_HOST_TOKEN'];
if (token !== undefined) host.server.access.continueWith(token);
const userData = values['user-data-dir'];

host.options = {
  projectRoot,
  port: Number(values.port),
  preferredPort: values['preferred-port'] === undefined ? undefined : Number(values['preferred-port']),
  userDataFolder: userData === undefined ? undefined : resolve(userData),
  leavingClosesWindow: values.open,
};
if (!(await hostApp.takeFolderInTurn())) process.exit(0);

try {
  await host.listen();
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
  process.stderr.write(
    `端口 ${values.port} 已被占用，请用 --port 换一个。（Port ${values.port} is in use: choose another with --port.）\n`,
  );
  process.exit(3);
}

let announced = false;
host.onShow(() => {
  const { address } = host.server.access;
  if (!announced) {
    process.stdout.write(
      values.announce === 'json'
        ? `${JSON.stringify({ ready: true, address })}\n`
        : `稿签已就绪（ready）：${address}\n`,
    );
  }
  announced = true;
  if (values.open) openInBrowser(host.server.access.oneTimeAddress(), address);
});

const electronModule = pathToFileURL(join(import.meta.dirname, 'electron/index.ts')).href;
registerHooks({
  resolve(specifier, context, nextResolve) {
    const isElectron = specifier === 'electron' || specifier === 'electron/main' || specifier === 'electron/common';
    return isElectron ? { url: electronModule, shortCircuit: true } : nextResolve(specifier, context);
  },
});

// As in Electron's main process: printed, and the app goes on.
process.on('unhandledRejection', (reason) => {
  process.stderr.write(
    `UnhandledPromiseRejection: ${reason instanceof Error ? (reason.stack ?? '') : String(reason)}\n`,
  );
});

let interrupts = 0;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interrupts += 1;
    if (interrupts > 2) process.exit(130);
    hostApp.quit();
  });
}

const { main } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { main: string };
await import(pathToFileURL(join(projectRoot, main)).href);
hostApp.becomeReady();
