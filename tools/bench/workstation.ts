import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { nodeFlags } from '#tools/setup/node-flags.mjs';
import { createInterface } from 'node:readline';

const root = resolve(import.meta.dirname, '../..');

/** A workstation that was started as a person starts it. */
export interface Workstation {
  readonly address: string;
  /** From the start of the command to the printed address. */
  readonly milliseconds: number;
  stop(): Promise<void>;
}

/** Runs `npm start` on a data folder without opening a browser, and waits for its address. */
export async function startWorkstation(dataFolder: string): Promise<Workstation> {
  const port = String(await freePort());
  return started(['tools/start.mjs', '--no-open', '--data', dataFolder, '--port', port]);
}

/** Runs the browser host alone, as `npm start` does when everything is installed and built: our program or that in `app`. */
export async function startHost(dataFolder: string, app?: string): Promise<Workstation> {
  const host = [...nodeFlags, 'tools/browser-host/main.ts'];
  const options = ['--user-data-dir', dataFolder, ...(app === undefined ? [] : ['--app', app])];
  return started([...host, ...options]);
}

async function started(args: readonly string[]): Promise<Workstation> {
  const from = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    const address = /http:\/\/127\.0\.0\.1:\S+/.exec(line)?.[0];
    if (address === undefined) continue;
    return {
      address,
      milliseconds: performance.now() - from,
      async stop() {
        const ended = once(child, 'exit');
        child.kill('SIGINT');
        await ended;
      },
    };
  }
  throw new Error(`the workstation did not start:\n${said.join('\n')}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
